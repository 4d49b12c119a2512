namespace Oversight.Notifications;

public abstract partial record NotificationCommand
{
    /// <summary>The mail server has taken it.</summary>
    public sealed record RecordSent : WhileWaiting
    {
        internal override Decision<NotificationEvent> DecideWaiting(
            NotificationState waiting, CommandContext context) =>
            new NotificationEvent.Sent(context.At);
    }

    public sealed record RecordObstacle(NotificationObstacle Obstacle) : WhileWaiting
    {
        internal override Decision<NotificationEvent> DecideWaiting(
            NotificationState waiting, CommandContext context) =>
            waiting.Obstacle == Obstacle
                ? Decision.Accept<NotificationEvent>()
                : new NotificationEvent.Hindered(context.At, Obstacle);
    }

    /// <summary>Tries once more to send it, now that what hindered it is mended.</summary>
    public sealed record Retry : OfQueued
    {
        internal override Decision<NotificationEvent> DecideFor(NotificationState state, CommandContext context) =>
            state.Status == NotificationStatus.ToSend
                ? new NotificationEvent.Retried(context.At)
                : new Refusal(NotificationRefusals.Over);
    }
}

public abstract partial record NotificationEvent
{
    public sealed record Sent(DateTimeOffset At) : NotificationEvent(At)
    {
        internal override NotificationState Apply(NotificationState state) =>
            state with { Status = NotificationStatus.Sent, DoneAt = At, Obstacle = null };
    }

    public sealed record Hindered(DateTimeOffset At, NotificationObstacle Obstacle) : NotificationEvent(At)
    {
        internal override NotificationState Apply(NotificationState state) => state with { Obstacle = Obstacle };
    }

    public sealed record Retried(DateTimeOffset At) : NotificationEvent(At)
    {
        internal override NotificationState Apply(NotificationState state) => state with { Obstacle = null };
    }
}
