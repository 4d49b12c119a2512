using Oversight.Reviews;

namespace Oversight.Assignments;

/// <summary>What has become of an uppgift.</summary>
public enum AssignmentStatus
{
    [StoredName("notAssigned")]
    NotAssigned,

    [StoredName("open")]
    Open,

    /// <summary>klar</summary>
    [StoredName("done")]
    Done,

    /// <summary>tillbakatagen</summary>
    [StoredName("withdrawn")]
    Withdrawn,
}

/// <summary>uppgift: what the handläggare of a board are to do after the final report of a review.</summary>
/// <param name="Whom">Which of them, in words: there is no directory of people; null: whoever comes first.</param>
/// <param name="Until">The last day, a Stockholm day. Nobody else is told when it has passed.</param>
public sealed record Assignment(
    Id ReviewId, ReviewedUnit Unit, TextReference What, TextReference? Whom, DateOnly Until);

/// <param name="Assignment">Null only before it is given.</param>
public sealed record AssignmentState(AssignmentStatus Status, Assignment? Assignment)
{
    public static AssignmentState Initial { get; } = new(AssignmentStatus.NotAssigned, null);
}

/// <summary>What an uppgift says no to. The codes are contracts with callers.</summary>
public static class AssignmentRefusals
{
    /// <summary>It is done, or was withdrawn.</summary>
    public const string NotOpen = "assignment.not-open";
}
