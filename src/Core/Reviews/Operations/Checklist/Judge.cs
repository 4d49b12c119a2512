using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Judges one requirement of the scope (R99), for the first time or again.</summary>
    public sealed record Judge(
        CodeId? Requirement, Fulfilment? Fulfilment, int? SampleMet, int? SampleTaken, CodeId? Source,
        WrittenText Evidence, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            Refusal[] faults =
            [
                .. Requirement is not { Value.Length: > 0 } asked
                    ? [new Refusal(ReviewRefusals.CodeMissing, "requirement")]
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
                Requirement!.Value, Fulfilment!.Value,
                SampleTaken is { } taken ? new Sample(SampleMet!.Value, taken) : null, Source!.Value,
                Evidence.IsEmpty ? null : Evidence.Kept)));
        }

        private IEnumerable<Refusal> SampleFaults() => (SampleMet, SampleTaken) switch
        {
            (null, null) => [],
            (null, _) => [new Refusal(ReviewRefusals.SampleIncomplete, "sampleMet")],
            (_, null) => [new Refusal(ReviewRefusals.SampleIncomplete, "sampleTaken")],
            var (met, taken) =>
                taken < 1 || met < 0 || met > taken ? [new Refusal(ReviewRefusals.SampleImpossible, "sampleMet")] : [],
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
                // Other words are what a reader's remarks lead to; another judgement is to be read again.
                Reading = known?.Fulfilment == Judgement.Fulfilment && known.Sample == Judgement.Sample
                    ? review.Reading
                    : null,
                Judgements = known is null
                    ? [.. review.Judgements, Judgement]
                    : [.. review.Judgements.Select(judged => judged == known ? Judgement : judged)],
            };
        }
    }
}
