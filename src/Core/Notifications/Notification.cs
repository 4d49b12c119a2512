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
/// A letter to a provider. It holds no text, no address and no secret: those are put together when it is sent, by
/// whoever knows its <paramref name="Kind"/>.
/// </summary>
/// <param name="Kind">Names who writes it: <c>answer-asked</c>. A contract.</param>
/// <param name="About">What it is about, for its writer.</param>
/// <param name="Matter">
/// The review, or whatever else, that it belongs to: who may not know of that knows nothing of the letter.
/// </param>
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

    /// <summary>It is not sent, so that somebody may bring it.</summary>
    public bool MayBeBrought => Status is NotificationStatus.ToSend or NotificationStatus.HandedOver;
}
