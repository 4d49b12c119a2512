using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Maintenance.Rebuilding;

public enum RebuildPhase
{
    /// <summary>The streams are counted, so that the page can say how far it has come.</summary>
    Count,

    /// <summary>Every stream is projected again.</summary>
    Streams,

    /// <summary>Rows that no stream owns any more are removed.</summary>
    Sweep,

    Done,
}

/// <summary>How far a rebuild has come: its checkpoint and what the page shows.</summary>
/// <param name="Step">Counts messages; a message for an earlier step is a repeat.</param>
/// <param name="Total">Streams counted so far, and later those there were when it began.</param>
/// <param name="LastPartition">Stream id or partition of the last thing that is done with.</param>
/// <param name="LastKey">Row key of the last view row looked at.</param>
/// <param name="Failed">Streams that could not be projected.</param>
public sealed record Rebuild(
    Id Id,
    int Step,
    RebuildPhase Phase,
    int Total,
    int Streams,
    int Failed,
    int Swept,
    string? LastPartition,
    string? LastKey,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt)
{
    internal ETag ETag { get; init; }

    /// <summary>The projection versions that every step so far ran with; null when a deploy came between.</summary>
    internal string? Versions { get; init; }

    public bool IsDone => Phase == RebuildPhase.Done;

    public int Percent => IsDone ? 100 : Total == 0 ? 0 : Math.Min(99, Streams * 100 / Total);

    internal static Rebuild New(Id id, string versions, DateTimeOffset now) =>
        new(id, 0, RebuildPhase.Count, 0, 0, 0, 0, null, null, now, now) { Versions = versions };

    internal static Rebuild Of(TableEntity row) => new(
        Id.FromValue(row.RowKey),
        row.GetInt32(nameof(Step))!.Value,
        Enum.Parse<RebuildPhase>(row.GetString(nameof(Phase))!),
        row.GetInt32(nameof(Total))!.Value,
        row.GetInt32(nameof(Streams))!.Value,
        row.GetInt32(nameof(Failed))!.Value,
        row.GetInt32(nameof(Swept))!.Value,
        row.GetString(nameof(LastPartition)),
        row.GetString(nameof(LastKey)),
        row.GetDateTimeOffset(nameof(StartedAt))!.Value,
        row.GetDateTimeOffset(nameof(ChangedAt))!.Value)
    {
        ETag = row.ETag,
        Versions = row.GetString(nameof(Versions)),
    };

    internal TableEntity ToRow() => new(RebuildTable.Partition, Id.Value)
    {
        [nameof(Step)] = Step,
        [nameof(Phase)] = Phase.ToString(),
        [nameof(Total)] = Total,
        [nameof(Streams)] = Streams,
        [nameof(Failed)] = Failed,
        [nameof(Swept)] = Swept,
        [nameof(LastPartition)] = LastPartition,
        [nameof(LastKey)] = LastKey,
        [nameof(StartedAt)] = StartedAt,
        [nameof(ChangedAt)] = ChangedAt,
        [nameof(Versions)] = Versions,
    };
}
