namespace Oversight.Notifications;

public abstract partial record NotificationCommand
{
    public sealed record Queue(Notification Notification) : NotificationCommand
    {
        internal override Decision<NotificationEvent> Decide(NotificationState state, CommandContext context) =>
            state.Status == NotificationStatus.None
                ? new NotificationEvent.Queued(context.At, Notification)
                : Decision.Accept<NotificationEvent>();
    }

    /// <summary>Nothing is left to say.</summary>
    public sealed record Drop : WhileWaiting
    {
        internal override Decision<NotificationEvent> DecideWaiting(
            NotificationState waiting, CommandContext context) =>
            new NotificationEvent.Dropped(context.At);
    }
}

public abstract partial record NotificationEvent
{
    public sealed record Queued(DateTimeOffset At, Notification Notification) : NotificationEvent(At)
    {
        internal override NotificationState Apply(NotificationState state) =>
            new(NotificationStatus.ToSend, Notification) { QueuedAt = At };
    }

    public sealed record Dropped(DateTimeOffset At) : NotificationEvent(At)
    {
        internal override NotificationState Apply(NotificationState state) =>
            state with { Status = NotificationStatus.Dropped, DoneAt = At };
    }
}
