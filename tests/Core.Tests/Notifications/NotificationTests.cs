using Oversight.Notifications;

namespace Oversight.Core.Tests.Notifications;

/// <summary>A letter is recorded once, waits with the reason why, and ends sent, brought or dropped.</summary>
public sealed class NotificationTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Notification Letter = new("answer-asked", "about", Id.Derive("test", "review"),
        Id.Derive("test", "unit"), new BoardId("socialnamnden"));
    private static readonly NotificationCommand Queue = new NotificationCommand.Queue(Letter);
    private static readonly NotificationCommand Sent = new NotificationCommand.RecordSent();
    private static readonly NotificationCommand Brought = new NotificationCommand.HandOver();
    private static readonly NotificationCommand Retry = new NotificationCommand.Retry();
    private static readonly NotificationCommand Drop = new NotificationCommand.Drop();
    private static readonly NotificationCommand NoAddress = new NotificationCommand.RecordObstacle(
        NotificationObstacle.NoAddress);

    public static TheoryData<string, NotificationCommand[], NotificationStatus, NotificationObstacle?> Ways => new()
    {
        { "queued", [Queue], NotificationStatus.ToSend, null },
        { "queued twice", [Queue, Queue], NotificationStatus.ToSend, null },
        { "sent", [Queue, Sent], NotificationStatus.Sent, null },
        { "sent twice", [Queue, Sent, Sent], NotificationStatus.Sent, null },
        { "hindered", [Queue, NoAddress], NotificationStatus.ToSend, NotificationObstacle.NoAddress },
        { "tried again", [Queue, NoAddress, Retry], NotificationStatus.ToSend, null },
        { "sent at last", [Queue, NoAddress, Retry, Sent], NotificationStatus.Sent, null },
        { "sent all the same", [Queue, NoAddress, Sent], NotificationStatus.Sent, null },
        { "brought", [Queue, NoAddress, Brought], NotificationStatus.HandedOver, NotificationObstacle.NoAddress },
        { "brought and then sent by a late message", [Queue, Brought, Sent], NotificationStatus.HandedOver, null },
        { "dropped", [Queue, Drop], NotificationStatus.Dropped, null },
        { "dropped when it was sent", [Queue, Sent, Drop], NotificationStatus.Sent, null },
        { "hindered when it was sent", [Queue, Sent, NoAddress], NotificationStatus.Sent, null },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_letter_goes_its_way(
        string way, NotificationCommand[] commands, NotificationStatus status, NotificationObstacle? obstacle)
    {
        var state = After(commands);
        (state.Status, state.Obstacle, state.QueuedAt).ShouldBe((status, obstacle, At), way);
        state.DoneAt.ShouldBe(status == NotificationStatus.ToSend
            ? null
            : At.AddHours(commands.TakeWhile(command => !IsLast(command)).Count()), way);
        state.Notification.ShouldBe(Letter);

        static bool IsLast(NotificationCommand command) => command == Sent || command == Brought || command == Drop;
    }

    [Fact]
    public void The_same_obstacle_is_told_once_and_another_anew()
    {
        var hindered = After(Queue, NoAddress);
        Events(hindered, NoAddress).ShouldBeEmpty();
        Events(hindered, new NotificationCommand.RecordObstacle(NotificationObstacle.Refused)).Single()
            .ShouldBe(new NotificationEvent.Hindered(At, NotificationObstacle.Refused));
    }

    [Fact]
    public void A_letter_that_is_over_is_neither_brought_nor_tried_again_and_one_that_was_brought_may_be_shown_again()
    {
        foreach (var over in new[] { After(Queue, Sent), After(Queue, Drop) })
        {
            Codes(over, Brought).ShouldBe([NotificationRefusals.Over]);
            Codes(over, Retry).ShouldBe([NotificationRefusals.Over]);
        }

        Codes(After(Queue, Brought), Retry).ShouldBe([NotificationRefusals.Over]);
        Events(After(Queue, Brought), Brought).Single().ShouldBe(new NotificationEvent.HandedOver(At));
        foreach (var command in new[] { Sent, Brought, Retry, Drop, NoAddress })
            Codes(NotificationState.Initial, command).ShouldBe([NotificationRefusals.Unknown]);
    }

    private static NotificationState After(params NotificationCommand[] commands) => commands.Index().Aggregate(
        NotificationState.Initial,
        (state, step) =>
            Events(state, step.Item, At.AddHours(step.Index)).Aggregate(state, NotificationDecider.Evolve));

    private static IReadOnlyList<NotificationEvent> Events(
        NotificationState state, NotificationCommand command, DateTimeOffset? at = null) =>
        NotificationDecider.Decide(state, command, Context(at ?? At))
            .ShouldBeOfType<Decision<NotificationEvent>.Accepted>().Events;

    private static IReadOnlyList<string> Codes(NotificationState state, NotificationCommand command) =>
        [.. NotificationDecider.Decide(state, command, Context(At))
            .ShouldBeOfType<Decision<NotificationEvent>.Refused>().Reasons.Select(reason => reason.Code)];

    private static CommandContext Context(DateTimeOffset at) => new(Actor.System, at, DateOnly.FromDateTime(at.Date));
}
