using Oversight.Assignments;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Assignments;

/// <summary>The stream of an uppgift, and its row in the list of its board.</summary>
public static class AssignmentStream
{
    public static StreamKind<AssignmentState, AssignmentCommand, AssignmentEvent> Kind { get; } = new()
    {
        Name = "assignment",
        Initial = AssignmentState.Initial,
        Decide = AssignmentDecider.Decide,
        Evolve = AssignmentDecider.Evolve,
        Events = new EventTypes<AssignmentEvent>()
            .Add<AssignmentEvent.Assigned>("assignment.assigned.v1")
            .Add<AssignmentEvent.Completed>("assignment.completed.v1")
            .Add<AssignmentEvent.Withdrawn>("assignment.withdrawn.v1"),
        ProjectionVersion = 2,
        Rows = [typeof(AssignmentRow)],
        Project = Project,
        Effects =
        [
            Effect.OfEvent<AssignmentEvent>(
                AssignmentEnds.Name, happened => happened is AssignmentEvent.Completed or AssignmentEvent.Withdrawn),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    public static string PartitionOf(BoardId board) => $"assignments|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, AssignmentState state)
    {
        if (state.Assignment is { } given)
            yield return new ViewRow(PartitionOf(given.Unit.Board), head.Id.Value, new AssignmentRow(
                head.Id, given.ReviewId, given.Unit.Board, given.Unit.Name, given.Until, state.Status)
            {
                GivenAt = head.CreatedAt,
            });
    }
}

/// <summary>An uppgift in the list of its board.</summary>
public sealed record AssignmentRow(
    Id Id, Id ReviewId, BoardId Board, string Unit, DateOnly Until, AssignmentStatus Status)
{
    public required DateTimeOffset GivenAt { get; init; }
}
