using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Referrals;

public abstract partial record IvoCommand
{
    /// <summary>By the system, on the day of the reminder. Changes nothing where it was done or is not due.</summary>
    public sealed record Remind : IvoCommand
    {
        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context) =>
            state is { Status: IvoStatus.Open, Position: { RemindedOn: null, Wait: { } wait } }
            && context.Today >= wait.RemindOn
                ? new IvoEvent.Reminded(context.Today, wait.From)
                : Decision.Accept<IvoEvent>();
    }

    /// <summary>By the system, when the last day has passed. Changes nothing where it was done or is not due.</summary>
    /// <param name="Rules">Of the day.</param>
    public sealed record Escalate(IvoRules Rules) : IvoCommand
    {
        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context) =>
            state is { Status: IvoStatus.Open, Position: { } position }
            && position.Wait.From == position.Decider && context.Today > position.Wait.Until
                ? new IvoEvent.Escalated(context.Today, IvoWait.ForSubstitute(context.Today, Rules))
                : Decision.Accept<IvoEvent>();
    }

    /// <summary>
    /// Lets the substitute decide at once, because whoever would decide has declared jäv in the review. By the system;
    /// where it has gone over already, nothing happens.
    /// </summary>
    /// <param name="Rules">Of the day.</param>
    public sealed record GoOver(IvoRules Rules) : IvoCommand
    {
        internal override Decision<IvoEvent> Decide(IvoState state, CommandContext context) =>
            state is { Status: IvoStatus.Open, Position: { } position } && position.Wait.From == position.Decider
                ? new IvoEvent.WentOver(context.Today, IvoWait.ForSubstitute(context.Today, Rules))
                : Decision.Accept<IvoEvent>();
    }

    /// <summary>jäv of whoever is about to decide: the substitute does.</summary>
    /// <param name="Rules">Of the day.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record DeclareConflict(WrittenText Reason, IvoRules Rules, int Longest) : WhileOpen
    {
        internal override Decision<IvoEvent> Decide(IvoPosition position, CommandContext context) =>
            Decision.Unless<IvoEvent>(
                [.. TextChecks.Required(Reason, "reason", Longest)],
                () => new IvoEvent.ConflictDeclared(
                    context.Today, context.Actor.UserId,
                    position.Wait.From == position.Decider
                        ? IvoWait.ForSubstitute(context.Today, Rules)
                        : position.Wait,
                    Reason.Kept));
    }
}

public abstract partial record IvoEvent
{
    public sealed record Reminded(DateOnly On, Role To) : ToRaised(On)
    {
        internal override IvoPosition Change(IvoPosition position) => position with { RemindedOn = On };
    }

    /// <summary>The last day passed: it is the substitute's as well.</summary>
    public sealed record Escalated(DateOnly On, IvoWait Wait) : ToRaised(On)
    {
        internal override IvoPosition Change(IvoPosition position) =>
            position with { Wait = Wait, RemindedOn = null };
    }

    /// <summary>Somebody who would decide is in a conflict of interest: it is the substitute's as well.</summary>
    public sealed record WentOver(DateOnly On, IvoWait Wait) : ToRaised(On)
    {
        internal override IvoPosition Change(IvoPosition position) =>
            position with { Wait = Wait, RemindedOn = null };
    }

    /// <param name="DeclaredBy">Entra object id.</param>
    public sealed record ConflictDeclared(DateOnly On, string DeclaredBy, IvoWait Wait, TextReference Reason)
        : ToRaised(On)
    {
        internal override IvoPosition Change(IvoPosition position) => position with
        {
            RemindedOn = Wait == position.Wait ? position.RemindedOn : null,
            Wait = Wait,
            InConflict = [.. position.InConflict.Union([DeclaredBy])],
        };
    }
}
