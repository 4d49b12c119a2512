namespace Oversight.Functions.WeeklyList;

/// <summary>What an enhetschef goes through each week, for the person's boards.</summary>
public sealed record WeeklyListModel
{
    public required DateOnly Today { get; init; }

    public required IReadOnlyList<AwaitedRow> Overdue { get; init; }

    public required IReadOnlyList<WorkloadRow> Workload { get; init; }

    public required IReadOnlyList<SubstituteRow> Substitutes { get; init; }

    public required IReadOnlyList<AwaitedRow> Awaited { get; init; }

    public required IReadOnlyList<OutcomeRow> Outcome { get; init; }
}

/// <summary>What somebody waits for.</summary>
/// <param name="From">Who is to do it, in words.</param>
/// <param name="Until">Null: no day is set.</param>
public sealed record AwaitedRow(
    BoardId Board, string Subject, string Href, string What, string From, DateOnly? Until, bool IsPaused);

/// <summary>How much a kvalitetsutvecklare has, by the name that is kept on the reviews.</summary>
public sealed record WorkloadRow(string Name, int Leads, int Joins, int Overdue, DateOnly? Next);

/// <summary>A vikariat that goes on today.</summary>
public sealed record SubstituteRow(BoardId Board, string For, string By, string Role, DateOnly From, DateOnly Until);

/// <summary>årsplan against outcome, for one quarter.</summary>
public sealed record OutcomeRow(BoardId Board, int Year, int Quarter, int Planned, int Started, int Reported);
