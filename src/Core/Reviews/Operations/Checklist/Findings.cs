using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Records a finding (brist) about a requirement that is not met, or not fully (R87-R90).</summary>
    /// <param name="CauseOf">Number of the finding that this one contributes to.</param>
    /// <param name="Ivo">A serious one brings the question whether IVO is to be told (R72).</param>
    public sealed record AddFinding(
        CodeId? Requirement, CodeId? Category, int? Severity, int? Affected, int? CauseOf, WrittenText Text,
        WrittenText Consequence, ReviewSetup Setup, IvoAsk Ivo) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            Refusal[] faults =
            [
                .. ReviewDecider.FindingFaults(review, Requirement),
                .. ReviewDecider.Code(Category, Setup.Categories, context.Today, "category"),
                .. ReviewDecider.If(Severity is not (>= 1 and <= 4), ReviewRefusals.SeverityMissing, "severity"),
                .. ReviewDecider.If(Affected < 0, ReviewRefusals.NumberImpossible, "affected"),
                .. ReviewDecider.If(
                    CauseOf is { } other && review.FindingOf(other) is null, ReviewRefusals.NoSuchFinding, "causeOf"),
                .. TextChecks.Required(Text, "text", Setup.Reason),
                .. TextChecks.Optional(Consequence, "consequence", Setup.Reason),
            ];
            return Decision.Unless<ReviewEvent>(faults, () =>
            {
                var finding = new Finding(
                    review.Findings.Count + 1, Requirement!.Value, Category!.Value, Severity!.Value, Affected, CauseOf,
                    Text.Kept, Consequence.IsEmpty ? null : Consequence.Kept, FindingStatus.Remaining);
                return Ivo.With(review, finding, new ReviewEvent.FindingAdded(context.Today, finding), context);
            });
        }
    }

    /// <summary>Says what has become of a finding (R106), or which finding it contributes to (R90).</summary>
    public sealed record ChangeFinding(
        int? Number, FindingStatus? Status, int? CauseOf, WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (Number is not { } number || review.FindingOf(number) is not { } finding)
                return new Refusal(ReviewRefusals.NoSuchFinding, "number");
            Refusal[] faults =
            [
                .. ReviewDecider.If(Status is null or FindingStatus.HandedOn, ReviewRefusals.StatusMissing, "status"),
                .. CauseFaults(review, number),
                .. ReviewDecider.If(
                    finding.Status == Status && finding.CauseOf == CauseOf, ReviewRefusals.NothingChanged, "status"),
                .. TextChecks.Required(Reason, "reason", Setup.Reason),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.FindingChanged(
                context.Today, number, Status!.Value, CauseOf, Reason.Kept));
        }

        private IEnumerable<Refusal> CauseFaults(Review review, int number)
        {
            if (CauseOf is not { } other)
                yield break;
            if (review.FindingOf(other) is null)
                yield return new Refusal(ReviewRefusals.NoSuchFinding, "causeOf");
            else if (Chain(review, other).Contains(number))
                yield return new Refusal(ReviewRefusals.CauseInCircle, "causeOf");
        }

        /// <summary>The finding, what it contributes to, and so on.</summary>
        private static HashSet<int> Chain(Review review, int from)
        {
            var chain = new HashSet<int>();
            for (int? at = from; at is { } number && chain.Add(number);)
                at = review.FindingOf(number)?.CauseOf;
            return chain;
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record FindingAdded(DateOnly On, Finding Finding) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Findings = [.. review.Findings, Finding], Reading = null };
    }

    public sealed record FindingChanged(
        DateOnly On, int Number, FindingStatus Status, int? CauseOf, TextReference Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Findings =
            [
                .. review.Findings.Select(finding =>
                    finding.Number == Number ? finding with { Status = Status, CauseOf = CauseOf } : finding),
            ],
        };
    }
}
