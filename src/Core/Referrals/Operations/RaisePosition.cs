using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Referrals;

public abstract partial record IvoCommand
{
    /// <summary>Raises it because of a review, which has announced it. By the system; once.</summary>
    /// <param name="Question">As the review says it.</param>
    public sealed record RaiseOfReview(
        Id Review, ReviewEvent.IvoQuestionRaised Question, IvoAbout About) : IvoCommand
    {
        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context) => state.Position is null
            ? About.Raised(
                Question.On, Review, Question.Ground, Question.Reason,
                Question.Finding is { } finding ? [finding] : [])
            : Decision.Accept<IvoEvent>();
    }

    /// <summary>
    /// Raises it because of a concern: a missing licence or a doubtful suitability needs neither review nor finding.
    /// </summary>
    public sealed record RaiseOfConcern(CodeId? Ground, WrittenText Reason, IvoAbout About, int Longest) : IvoCommand
    {
        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context) =>
            state.Position is not null
                ? Decision.Accept<IvoEvent>()
                : Decision.Unless<IvoEvent>(
                    [
                        .. IvoGrounds.Faults(Ground, About.Grounds, context.Today),
                        .. TextChecks.Required(Reason, "reason", Longest),
                    ],
                    () => About.Raised(context.Today, null, Ground, Reason.Kept, []));
    }

    /// <summary>A serious finding that came while it was open belongs to it. By the system; once.</summary>
    public sealed record JoinFinding(int Number) : IvoCommand
    {
        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context) =>
            state is { Status: IvoStatus.Open or IvoStatus.ToReport, Position: { } position }
                && !position.Findings.Contains(Number)
                ? new IvoEvent.FindingJoined(context.Today, Number)
                : Decision.Accept<IvoEvent>();
    }
}

/// <summary>What a position is about, resolved from the register, and the rules of the day it is raised.</summary>
/// <param name="IsLicensable">
/// The unit needs a licence, or its services are of a kind that does, or in egen regi is to be notified.
/// </param>
public sealed record IvoAbout(
    ReviewedUnit Unit, IReadOnlyList<Id> Concerns, bool IsLicensable, IvoRules Rules, CodeList Grounds)
{
    internal IvoEvent Raised(
        DateOnly on, Id? review, CodeId? ground, TextReference? reason, IReadOnlyList<int> findings)
    {
        var isDuty = Rules.IsDuty(IsLicensable, on);
        return new IvoEvent.Raised(on, new IvoPosition
        {
            Unit = Unit,
            Review = review,
            Concerns = Concerns,
            Ground = ground ?? IvoGrounds.OfFinding(Grounds, isDuty, on),
            Reason = reason,
            IsLicensable = IsLicensable,
            IsDuty = isDuty,
            RaisedOn = on,
            Decider = Rules.Decider,
            Wait = IvoWait.ForDecider(on, Rules),
            Findings = findings,
        });
    }
}

internal static class IvoGrounds
{
    /// <summary>Of the law where the duty applies, else the municipality's own guideline.</summary>
    public static CodeId OfFinding(CodeList grounds, bool isDuty, DateOnly day)
    {
        var known = grounds.On(day).Where(code => code.IsMarked(IvoMarks.Finding)).ToList();
        return (known.FirstOrDefault(code => code.IsMarked(IvoMarks.Law) == isDuty) ?? known[0]).Id;
    }

    public static IEnumerable<Refusal> Faults(CodeId? ground, CodeList grounds, DateOnly day)
    {
        if (ground is not { Value.Length: > 0 } chosen)
            yield return new Refusal(IvoRefusals.GroundMissing, "ground");
        else if (!grounds.Has(chosen, day))
            yield return new Refusal(IvoRefusals.UnknownGround, "ground");
    }
}

public abstract partial record IvoEvent
{
    public sealed record Raised(DateOnly On, IvoPosition Position) : IvoEvent(On)
    {
        internal override IvoState Apply(IvoState state) => new(IvoStatus.Open, Position);
    }

    public sealed record FindingJoined(DateOnly On, int Number) : ToRaised(On)
    {
        internal override IvoPosition Change(IvoPosition position) =>
            position with { Findings = [.. position.Findings, Number] };
    }
}
