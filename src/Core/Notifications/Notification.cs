namespace Oversight.Notifications;

/// <summary>What became of a letter.</summary>
public enum NotificationStatus
{
    [StoredName("none")]
    None,

    /// <summary>att skicka</summary>
    [StoredName("toSend")]
    ToSend,

    /// <summary>skickat: handed to the mail server.</summary>
    [StoredName("sent")]
    Sent,

    /// <summary>lämnat: somebody of the staff has brought it to the receiver.</summary>
    [StoredName("handedOver")]
    HandedOver,

    /// <summary>There was nothing left to say when it was to be sent.</summary>
    [StoredName("dropped")]
    Dropped,
}

/// <summary>Why a letter could not be sent by itself; it then waits for somebody.</summary>
public enum NotificationObstacle
{
    /// <summary>There is no mail server.</summary>
    [StoredName("noMailServer")]
    NoMailServer,

    /// <summary>The receiver has no address in the register.</summary>
    [StoredName("noAddress")]
    NoAddress,

    /// <summary>The mail server has refused it for good.</summary>
    [StoredName("refused")]
    Refused,
}

/// <summary>
/// A letter to a provider. It holds no text, no address and no secret: those are put together when it is sent, by whoever knows
/// its <paramref name="Kind"/>.
/// </summary>
/// <param name="Kind">Names who writes it: <c>answer-asked</c>. A contract.</param>
/// <param name="About">What it is about, for its writer.</param>
/// <param name="Matter">The review, or whatever else, that it belongs to: who may not know of that knows nothing of the letter.</param>
/// <param name="UnitId">Whose address on file it goes to.</param>
public sealed record Notification(string Kind, string About, Id Matter, Id UnitId, BoardId Board);

/// <param name="Notification">Null only before there is one.</param>
public sealed record NotificationState(NotificationStatus Status, Notification? Notification)
{
    public static NotificationState Initial { get; } = new(NotificationStatus.None, null);

    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Of sending or handing over.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    public NotificationObstacle? Obstacle { get; init; }
}

/// <summary>What is asked of a letter.</summary>
public abstract record NotificationCommand
{
    private NotificationCommand()
    {
    }

    public sealed record Queue(Notification Notification) : NotificationCommand;

    /// <summary>The mail server has taken it.</summary>
    public sealed record RecordSent : NotificationCommand;

    public sealed record RecordObstacle(NotificationObstacle Obstacle) : NotificationCommand;

    /// <summary>Tries once more to send it, now that what hindered it is mended.</summary>
    public sealed record Retry : NotificationCommand;

    /// <summary>Somebody brings it to the receiver. More than once is fine: each time is recorded.</summary>
    public sealed record HandOver : NotificationCommand;

    /// <summary>Nothing is left to say.</summary>
    public sealed record Drop : NotificationCommand;
}

/// <summary>What happened to a letter.</summary>
/// <param name="At">On the domain clock.</param>
public abstract record NotificationEvent(DateTimeOffset At)
{
    public sealed record Queued(DateTimeOffset At, Notification Notification) : NotificationEvent(At);

    public sealed record Sent(DateTimeOffset At) : NotificationEvent(At);

    public sealed record Hindered(DateTimeOffset At, NotificationObstacle Obstacle) : NotificationEvent(At);

    public sealed record Retried(DateTimeOffset At) : NotificationEvent(At);

    public sealed record HandedOver(DateTimeOffset At) : NotificationEvent(At);

    public sealed record Dropped(DateTimeOffset At) : NotificationEvent(At);
}

/// <summary>The rules of a letter: recorded once, sent at least once.</summary>
public static class NotificationDecider
{
    public static Decision<NotificationEvent> Decide(NotificationState state, NotificationCommand command, CommandContext context) =>
        (command, state.Status) switch
        {
            (NotificationCommand.Queue queue, NotificationStatus.None) => new NotificationEvent.Queued(context.At, queue.Notification),
            (NotificationCommand.Queue, _) => Decision.Accept<NotificationEvent>(),
            (_, NotificationStatus.None) => new Refusal(NotificationRefusals.Unknown),
            (NotificationCommand.RecordSent, NotificationStatus.ToSend) => new NotificationEvent.Sent(context.At),
            (NotificationCommand.RecordObstacle met, NotificationStatus.ToSend) when state.Obstacle != met.Obstacle =>
                new NotificationEvent.Hindered(context.At, met.Obstacle),
            (NotificationCommand.Drop, NotificationStatus.ToSend) => new NotificationEvent.Dropped(context.At),
            (NotificationCommand.HandOver, NotificationStatus.ToSend or NotificationStatus.HandedOver) =>
                new NotificationEvent.HandedOver(context.At),
            (NotificationCommand.Retry, NotificationStatus.ToSend) => new NotificationEvent.Retried(context.At),
            (NotificationCommand.HandOver or NotificationCommand.Retry, _) => new Refusal(NotificationRefusals.Over),
            _ => Decision.Accept<NotificationEvent>(),
        };

    public static NotificationState Evolve(NotificationState state, NotificationEvent happened) => happened switch
    {
        NotificationEvent.Queued queued => new(NotificationStatus.ToSend, queued.Notification) { QueuedAt = queued.At },
        NotificationEvent.Sent sent => state with { Status = NotificationStatus.Sent, DoneAt = sent.At, Obstacle = null },
        NotificationEvent.Hindered met => state with { Obstacle = met.Obstacle },
        NotificationEvent.Retried => state with { Obstacle = null },
        NotificationEvent.HandedOver given => state with { Status = NotificationStatus.HandedOver, DoneAt = given.At },
        NotificationEvent.Dropped => state with { Status = NotificationStatus.Dropped, DoneAt = happened.At },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not known."),
    };
}
