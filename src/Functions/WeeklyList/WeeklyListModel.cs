using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;

namespace Oversight.Functions.WeeklyList;

/// <summary>What an enhetschef goes through each week, for the person's boards.</summary>
public sealed record WeeklyListModel
{
    public required DateOnly Today { get; init; }

    public required IReadOnlyList<AwaitedRow> Overdue { get; init; }

    public required IReadOnlyList<WorkloadRow> Workload { get; init; }

    /// <summary>Null: somebody has taken each that waits.</summary>
    public required UntakenConcerns? Untaken { get; init; }

    public required IReadOnlyList<SubstituteRow> Substitutes { get; init; }

    public required IReadOnlyList<AwaitedRow> Awaited { get; init; }

    public required IReadOnlyList<OutcomeRow> Outcome { get; init; }
}

/// <summary>What somebody waits for.</summary>
/// <param name="From">Who is to do it, in words.</param>
/// <param name="Until">Null: no day is set.</param>
public sealed record AwaitedRow(
    BoardId Board, string Subject, string Href, string What, string From, DateOnly? Until, bool IsPaused)
{
    /// <summary>Null: not whoever has a certain role.</summary>
    public Role? FromRole { get; init; }

    /// <summary>Something that whoever has the role for the board is to do.</summary>
    public static AwaitedRow Of(
        Role role, BoardId board, string subject, string href, string what, DateOnly? until, bool isPaused = false) =>
        new(board, subject, href, what, RoleNames.Title(role), until, isPaused) { FromRole = role };
}

/// <summary>How much somebody has.</summary>
/// <param name="Concerns">Those taken that wait for an assessment.</param>
/// <param name="Overdue">Days that have passed in the reviews that the person leads.</param>
/// <param name="Next">The nearest day to come in them.</param>
public sealed record WorkloadRow(string Name, int Concerns, int Leads, int Joins, int Overdue, DateOnly? Next);

/// <summary>Concerns that wait for an assessment and that nobody has taken.</summary>
/// <param name="Oldest">When the oldest of them came in, a Stockholm day.</param>
public sealed record UntakenConcerns(int Count, DateOnly Oldest)
{
    public const string Address = $"{InboxQuery.Address}?status=received&{InboxQuery.WhoseKey}={InboxQuery.Nobodys}";

    /// <summary>How the oldest of so many is called.</summary>
    public static string Which(int count) => count == 1 ? "Den" : "Den äldsta";

    public static UntakenConcerns? Of(IReadOnlyList<ConcernRow> waiting)
    {
        var untaken = waiting.Where(row => row.Holder is null).ToList();
        return untaken.Count > 0 ? new UntakenConcerns(untaken.Count, untaken.Min(row => row.ReceivedOn)) : null;
    }
}

/// <summary>A vikariat that goes on today.</summary>
public sealed record SubstituteRow(BoardId Board, string For, string By, string Role, DateOnly From, DateOnly Until);

/// <summary>årsplan against outcome, for one quarter.</summary>
public sealed record OutcomeRow(BoardId Board, int Year, int Quarter, int Planned, int Started, int Reported);
