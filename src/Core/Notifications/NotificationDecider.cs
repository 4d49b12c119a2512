namespace Oversight.Notifications;

/// <summary>What is asked of a letter. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record NotificationCommand
{
    private NotificationCommand()
    {
    }

    internal abstract Decision<NotificationEvent> Decide(NotificationState state, CommandContext context);

    /// <summary>What only a letter that has been queued can be asked.</summary>
    public abstract record OfQueued : NotificationCommand
    {
        internal sealed override Decision<NotificationEvent> Decide(NotificationState state, CommandContext context) =>
            state.Notification is null ? new Refusal(NotificationRefusals.Unknown) : DecideFor(state, context);

        internal abstract Decision<NotificationEvent> DecideFor(NotificationState state, CommandContext context);
    }

    /// <summary>What says something of a letter only while it waits; later there is nothing left to say.</summary>
    public abstract record WhileWaiting : OfQueued
    {
        internal sealed override Decision<NotificationEvent> DecideFor(
            NotificationState state, CommandContext context) =>
            state.Status == NotificationStatus.ToSend
                ? DecideWaiting(state, context)
                : Decision.Accept<NotificationEvent>();

        internal abstract Decision<NotificationEvent> DecideWaiting(NotificationState waiting, CommandContext context);
    }
}

/// <summary>What happened to a letter.</summary>
/// <param name="At">On the domain clock.</param>
public abstract partial record NotificationEvent(DateTimeOffset At)
{
    internal abstract NotificationState Apply(NotificationState state);
}

/// <summary>The rules of a letter: recorded once, sent at least once.</summary>
public static class NotificationDecider
{
    public static Decision<NotificationEvent> Decide(
        NotificationState state, NotificationCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static NotificationState Evolve(NotificationState state, NotificationEvent happened) =>
        happened.Apply(state);
}
