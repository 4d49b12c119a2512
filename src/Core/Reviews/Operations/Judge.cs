using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Judges one requirement of the scope (R99). Each row has a version of its own: others' rows are no conflict.</summary>
    /// <param name="Seen">The version of the row that the reviewer saw; 0: not judged.</param>
    public sealed record Judge(
        CodeId? Requirement, int Seen, Fulfilment? Fulfilment, int? SampleMet, int? SampleTaken, CodeId? Source, WrittenText Evidence,
        ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (Requirement is { } row && (review.JudgementOf(row)?.Version ?? 0) != Seen)
                return new Refusal(ReviewRefusals.JudgedMeanwhile, "requirement");
            Refusal[] faults =
            [
                .. Requirement is not { Value.Length: > 0 } asked ? [new Refusal(ReviewRefusals.CodeMissing, "requirement")]
                    : review.Scope!.Requirements.Contains(asked) ? Array.Empty<Refusal>()
                    : [new Refusal(ReviewRefusals.OutOfScope, "requirement")],
                .. ReviewDecider.If(Fulfilment is null, ReviewRefusals.FulfilmentMissing, "fulfilment"),
                .. SampleFaults(),
                .. ReviewDecider.Code(Source, Setup.Sources, context.Today, "source"),
                .. Fulfilment is not (null or Reviews.Fulfilment.Met) && Evidence.IsEmpty
                    ? [new Refusal(ReviewRefusals.EvidenceMissing, "evidence")]
                    : TextChecks.Optional(Evidence, "evidence", Setup.Reason),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.Judged(context.Today, new Judgement(
                Requirement!.Value, (review.JudgementOf(Requirement.Value)?.Version ?? 0) + 1, Fulfilment!.Value,
                SampleTaken is { } taken ? new Sample(SampleMet!.Value, taken) : null, Source!.Value,
                Evidence.IsEmpty ? null : Evidence.Kept)));
        }

        private IEnumerable<Refusal> SampleFaults() => (SampleMet, SampleTaken) switch
        {
            (null, null) => [],
            (null, _) => [new Refusal(ReviewRefusals.SampleIncomplete, "sampleMet")],
            (_, null) => [new Refusal(ReviewRefusals.SampleIncomplete, "sampleTaken")],
            var (met, taken) => taken < 1 || met < 0 || met > taken ? [new Refusal(ReviewRefusals.SampleImpossible, "sampleMet")] : [],
        };
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Judged(DateOnly On, Judgement Judgement) : ToOpened(On)
    {
        internal override Review Change(Review review)
        {
            var known = review.JudgementOf(Judgement.Requirement);
            return review with
            {
                Judgements = known is null
                    ? [.. review.Judgements, Judgement]
                    : [.. review.Judgements.Select(judged => judged == known ? Judgement : judged)],
            };
        }
    }
}
