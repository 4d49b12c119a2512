using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Notifications;

namespace Oversight.Functions.Notifications;

/// <summary>The stream of a letter, and its row on the page <em>Utskick</em>.</summary>
public static class NotificationStream
{
    public static StreamKind<NotificationState, NotificationCommand, NotificationEvent> Kind { get; } = new()
    {
        Name = "notification",
        Initial = NotificationState.Initial,
        Decide = NotificationDecider.Decide,
        Evolve = NotificationDecider.Evolve,
        Events = new EventTypes<NotificationEvent>()
            .Add<NotificationEvent.Queued>("notification.queued.v1")
            .Add<NotificationEvent.Sent>("notification.sent.v1")
            .Add<NotificationEvent.Hindered>("notification.hindered.v1")
            .Add<NotificationEvent.Retried>("notification.retried.v1")
            .Add<NotificationEvent.HandedOver>("notification.handed-over.v1")
            .Add<NotificationEvent.Dropped>("notification.dropped.v1"),
        ProjectionVersion = 1,
        Rows = [typeof(LetterRow)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<NotificationEvent>(
                NotificationQueue.EffectName,
                happened => happened is NotificationEvent.Queued or NotificationEvent.Retried),
        ],
    };

    public static string PartitionOf(BoardId board) => $"letters|{board}";

    /// <summary>Kept once, whoever asks for it how often.</summary>
    public static async Task QueueLetterAsync(
        this Streams streams, Id id, Notification letter, Envelope envelope, CancellationToken cancellation)
    {
        if (await streams.LoadAsync(Kind, id, cancellation) is null)
            await streams.CreateAsync(Kind, id, new NotificationCommand.Queue(letter), envelope, cancellation);
    }

    private static IEnumerable<ViewRow> Project(StreamHead head, NotificationState state)
    {
        if (state.Notification is { } letter)
            yield return new ViewRow(PartitionOf(letter.Board), head.Id.Value, new LetterRow(
                head.Id, letter, state.Status, state.Obstacle, state.QueuedAt, state.DoneAt));
    }
}

/// <summary>A letter in the list of its board.</summary>
public sealed record LetterRow(
    Id Id, Notification Letter, NotificationStatus Status, NotificationObstacle? Obstacle, DateTimeOffset QueuedAt,
    DateTimeOffset? DoneAt);
