using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Decides on an omedelbar åtgärd at once, before the review has come to findings: by the delegate that the
    /// agreement's ladder names, where it has such a step. Told at the board's next meeting.
    /// </summary>
    /// <param name="Sanction">The id that it gets.</param>
    /// <param name="Services">Among those of the unit.</param>
    /// <param name="Measure">What is done.</param>
    /// <param name="Reason">Why it cannot wait.</param>
    /// <param name="Until">Its last day.</param>
    public sealed record TakeUrgentMeasure(
        Id Sanction, IReadOnlyList<CodeId> Services, WrittenText Measure, WrittenText Reason, DateOnly? Until,
        SanctionChoice Choice, ReviewSetup Setup) : OnOpened
    {
        internal override bool ReachesProvider => true;

        internal override Decision<ReviewEvent> Decide(Review review, CommandContext context)
        {
            if (Choice.AtOnce is not { } step)
                return new Refusal(SanctionProposalRefusals.NotAtOnce);
            if (step.DecidedBy != context.Actor.Role)
                return new Refusal(SanctionProposalRefusals.OtherDecides);
            return Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        review.Matters.Any(matter => matter.Id == Sanction), SanctionProposalRefusals.AlreadyProposed),
                    .. ReviewDecider.If(
                        Services.Count == 0 || !Services.All(Choice.Services.Contains),
                        SanctionProposalRefusals.NoServices, "services"),
                    .. TextChecks.Required(Measure, "measure", Setup.Reason),
                    .. TextChecks.Required(Reason, "reason", Setup.Reason),
                    .. ReviewDecider.If(Until is null, ReviewRefusals.DayMissing, "until"),
                    .. ReviewDecider.If(Until < context.Today, ReviewRefusals.DayTooEarly, "until"),
                ],
                () => new ReviewEvent.UrgentMeasureTaken(context.Today, Sanction, new UrgentMeasure(
                    SanctionTerms.Of(Choice.Rules, Choice.Ladder, step), Services, Measure.Kept, Reason.Kept,
                    Until!.Value, context.Actor.UserId)));
        }
    }
}

/// <summary>omedelbar åtgärd: what, why, until when, and who decided.</summary>
/// <param name="DecidedBy">Entra object id.</param>
public sealed record UrgentMeasure(
    SanctionTerms Terms, IReadOnlyList<CodeId> Services, TextReference Measure, TextReference Reason, DateOnly Until,
    string DecidedBy);

public abstract partial record ReviewEvent
{
    /// <summary>Decided by the delegate; its own stream is opened because of it.</summary>
    public sealed record UrgentMeasureTaken(DateOnly On, Id Sanction, UrgentMeasure Measure) : Announcing(On)
    {
        internal override ReviewMatter Matter => new(MatterKind.Sanction, Sanction, On);
    }
}
