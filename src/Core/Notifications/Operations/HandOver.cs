namespace Oversight.Notifications;

public abstract partial record NotificationCommand
{
    /// <summary>Somebody brings it to the receiver. More than once is fine: each time is recorded.</summary>
    public sealed record HandOver : OfQueued
    {
        internal override Decision<NotificationEvent> DecideFor(NotificationState state, CommandContext context) =>
            state.MayBeBrought ? new NotificationEvent.HandedOver(context.At) : new Refusal(NotificationRefusals.Over);
    }
}

public abstract partial record NotificationEvent
{
    public sealed record HandedOver(DateTimeOffset At) : NotificationEvent(At)
    {
        internal override NotificationState Apply(NotificationState state) =>
            state with { Status = NotificationStatus.HandedOver, DoneAt = At };
    }
}
