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
public sealed record Rebuild
{
    public required Id Id { get; init; }

    /// <summary>Counts messages; a message for an earlier step is a repeat.</summary>
    public required int Step { get; init; }

    public required RebuildPhase Phase { get; init; }

    /// <summary>Streams counted so far, and later those there were when it began.</summary>
    public required int Total { get; init; }

    public required int Streams { get; init; }

    /// <summary>Streams that could not be projected.</summary>
    public required int Failed { get; init; }

    public required int Swept { get; init; }

    /// <summary>Stream id or partition of the last thing that is done with.</summary>
    public required string? LastPartition { get; init; }

    /// <summary>Row key of the last view row looked at.</summary>
    public required string? LastKey { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    internal ETag ETag { get; init; }

    /// <summary>The projection versions that every step so far ran with; null when a deploy came between.</summary>
    internal string? Versions { get; init; }

    public bool IsDone => Phase == RebuildPhase.Done;

    public int Percent => IsDone ? 100 : Total == 0 ? 0 : Math.Min(99, Streams * 100 / Total);

    internal static Rebuild New(Id id, string versions, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Step = 0,
            Phase = RebuildPhase.Count,
            Total = 0,
            Streams = 0,
            Failed = 0,
            Swept = 0,
            LastPartition = null,
            LastKey = null,
            StartedAt = now,
            ChangedAt = now,
            Versions = versions,
        };

    internal static Rebuild Of(TableEntity row) => new()
    {
        Id = Id.FromValue(row.RowKey),
        Step = row.GetInt32(nameof(Step))!.Value,
        Phase = Enum.Parse<RebuildPhase>(row.GetString(nameof(Phase))!),
        Total = row.GetInt32(nameof(Total))!.Value,
        Streams = row.GetInt32(nameof(Streams))!.Value,
        Failed = row.GetInt32(nameof(Failed))!.Value,
        Swept = row.GetInt32(nameof(Swept))!.Value,
        LastPartition = row.GetString(nameof(LastPartition)),
        LastKey = row.GetString(nameof(LastKey)),
        StartedAt = row.GetDateTimeOffset(nameof(StartedAt))!.Value,
        ChangedAt = row.GetDateTimeOffset(nameof(ChangedAt))!.Value,
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
