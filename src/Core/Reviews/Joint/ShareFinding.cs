using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Tells the other board of a finding: category, severity, number of customers and broken term, and a text that is
    /// written for it. Once for each finding.
    /// </summary>
    public sealed record ShareFinding(int? Number, WrittenText Text, JointRules Rules) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.Twin is not { Standing: not TwinStanding.Cancelled })
                return new Refusal(ReviewRefusals.NotJoint);
            if (review.Seal is not null)
                return new Refusal(ReviewRefusals.SealedFromOthers);
            var finding = Number is { } number ? review.FindingOf(number) : null;
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(finding is null, ReviewRefusals.NoSuchFinding, "number"),
                    .. ReviewDecider.If(
                        finding is not null && (review.SharedFindings.Contains(finding.Number)
                            || review.OriginOf(finding) is not null),
                        ReviewRefusals.AlreadyShared, "number"),
                    .. TextChecks.Required(Text, "text", Rules.Reason),
                    // Even when the writer has answered that it is another number: nobody there can ask the writer.
                    .. ReviewDecider.If(
                        Text.NumbersAreOthers && PersonalNumberSuspicion.Find(Text.Text).Count > 0,
                        ReviewRefusals.NumberToOthers, "text"),
                ],
                () => new ReviewEvent.FindingShared(context.Today, new SharedFinding(
                    finding!.Number, finding.Requirement, finding.Category, finding.Severity,
                    Rules.Told(finding.Affected), Text.Kept, review.CaseNumber)));
        }
    }

    /// <summary>Tells of a finding of the other board. By the system; told once more, nothing happens.</summary>
    public sealed record ReceiveFinding(SharedFinding Shared) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            state.Review is not { Twin: not null } review
                || review.ReceivedFindings.Any(known => known.Shared.Number == Shared.Number)
                ? Decision.Accept<ReviewEvent>()
                : new ReviewEvent.FindingReceived(context.Today, Shared);
    }

    /// <summary>
    /// Takes up a finding that the other board has told of, as a finding of this review: about a requirement of its own
    /// scope that is judged as not met, or not fully.
    /// </summary>
    /// <param name="Number">The one that it has with the other board.</param>
    /// <param name="Ivo">A serious one brings the question whether IVO is to be told, for this board too.</param>
    public sealed record TakeFinding(int? Number, CodeId? Requirement, IvoAsk Ivo) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            var received = review.ReceivedFindings.FirstOrDefault(
                known => known.Shared.Number == Number && known.TakenAs is null);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(received is null, ReviewRefusals.NoSuchFinding, "number"),
                    .. ReviewDecider.FindingFaults(review, Requirement),
                ],
                () =>
                {
                    var finding = new Finding(
                        review.Findings.Count + 1, Requirement!.Value, received!.Shared.Category,
                        received.Shared.Severity, received.Shared.Affected, null, received.Shared.Text, null,
                        FindingStatus.Remaining);
                    return Ivo.With(
                        review, finding,
                        new ReviewEvent.SharedFindingTaken(context.Today, received.Shared.Number, finding), context);
                });
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record FindingShared(DateOnly On, SharedFinding Shared) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { SharedFindings = [.. review.SharedFindings, Shared.Number] };
    }

    public sealed record FindingReceived(DateOnly On, SharedFinding Shared) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            ReceivedFindings = [.. review.ReceivedFindings, new ReceivedFinding(Shared, On, null)],
        };
    }

    /// <param name="Number">Of the other board's finding, in its review.</param>
    public sealed record SharedFindingTaken(DateOnly On, int Number, Finding Finding) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with
        {
            Findings = [.. review.Findings, Finding],
            Reading = null,
            ReceivedFindings =
            [
                .. review.ReceivedFindings.Select(received => received.Shared.Number == Number
                    ? received with { TakenAs = Finding.Number }
                    : received),
            ],
        };
    }
}
