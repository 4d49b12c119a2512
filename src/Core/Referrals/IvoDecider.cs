using Oversight.Waiting;

namespace Oversight.Referrals;

/// <summary>What somebody asks of a position. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record IvoCommand
{
    private IvoCommand()
    {
    }

    internal abstract Decision<IvoEvent> Decide(IvoState state, CommandContext context);

    /// <summary>A command on a position that somebody is to decide on.</summary>
    public abstract record WhileOpen : IvoCommand
    {
        internal abstract Decision<IvoEvent> Decide(IvoPosition position, CommandContext context);

        internal sealed override Decision<IvoEvent> Decide(IvoState state, CommandContext context) =>
            state is not { Status: IvoStatus.Open, Position: { } position } ? new Refusal(IvoRefusals.NotOpen)
            : position.InConflict.Contains(context.Actor.UserId) ? new Refusal(IvoRefusals.InConflict)
            // By delegation: never the system, and the substitute only in turn.
            : !position.MayDecide(context.Actor.Role) ? new Refusal(IvoRefusals.NotTheDecider)
            : Decide(position, context);
    }
}

/// <summary>What happened to a position.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record IvoEvent(DateOnly On)
{
    internal abstract IvoState Apply(IvoState state);

    /// <summary>Something that happens to a position that has been raised.</summary>
    public abstract record ToRaised(DateOnly On) : IvoEvent(On)
    {
        /// <summary>The state it leads to; null leaves it as it is.</summary>
        internal virtual IvoStatus? Leads => null;

        internal abstract IvoPosition Change(IvoPosition position);

        internal sealed override IvoState Apply(IvoState state) => new(
            Leads ?? state.Status,
            Change(state.Position ?? throw new InvalidOperationException("Nothing happens before it is raised.")));
    }
}

/// <summary>The rules of a position: raised, decided by a person, and reported where the answer is yes.</summary>
public static class IvoDecider
{
    public static Decision<IvoEvent> Decide(IvoState state, IvoCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static IvoState Evolve(IvoState state, IvoEvent happened) => happened.Apply(state);

    extension(IvoPosition position)
    {
        /// <summary>Whether somebody in that role may decide now: the delegate, and the substitute in turn.</summary>
        public bool MayDecide(Role role) =>
            role != Role.System && (role == position.Decider || role == position.Wait.From);
    }
}

/// <summary>What a position waits for: that somebody decides, and then that IVO is told.</summary>
public static class IvoAwaiting
{
    public const string Decision = "decision";

    /// <summary>No day is set for it: what is late was the decision.</summary>
    public const string Report = "report";

    public static Awaited Of(IvoState state) =>
        Awaited.Of(() => state.Position is { } position ? Answers(state.Status, position) : []);

    /// <summary>Whether somebody has changed what is awaited, so that the loop must look again.</summary>
    public static bool IsChangedBy(IvoEvent happened) =>
        happened is IvoEvent.Raised or IvoEvent.WentOver or IvoEvent.ConflictDeclared or IvoEvent.Decided
            or IvoEvent.ReportRecorded;

    private static IEnumerable<AwaitedAnswer> Answers(IvoStatus status, IvoPosition position)
    {
        if (status == IvoStatus.Open)
            yield return new AwaitedAnswer(
                Decision, new AwaitedParty(position.Wait.From, position.Unit.Board), position.Wait.Until,
                [
                    .. position.RemindedOn is null
                        ? [WaitingStep.Remind(position.Wait.RemindOn)]
                        : Array.Empty<WaitingStep>(),
                    .. position.Wait.From == position.Decider
                        ? [WaitingStep.Escalate(position.Wait.Until)]
                        : Array.Empty<WaitingStep>(),
                ])
            {
                RemindedOn = position.RemindedOn,
                NotBy = position.InConflict,
            };
        else if (status == IvoStatus.ToReport)
            yield return new AwaitedAnswer(
                Report, new AwaitedParty(position.Decision!.By, position.Unit.Board), null, [])
            {
                NotBy = position.InConflict,
            };
    }
}
