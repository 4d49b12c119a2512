using Azure.Data.Tables;
using Oversight.Functions.Storage;

namespace Oversight.Testkit;

/// <summary>
/// A view row as the storage room writes it, for more of them than anybody waits for commands to make.
/// </summary>
public sealed record ProjectedRow(ViewRow Row, StreamHead Head, int Projection)
{
    private const int RowsAtOnce = 100;
    private const int Writers = 4;

    /// <summary>The rows of a stream in which these events have happened.</summary>
    public static IEnumerable<ProjectedRow> Of<TState, TCommand, TEvent>(
        StreamKind<TState, TCommand, TEvent> kind, Id id, DateTimeOffset at, params IReadOnlyCollection<TEvent> events)
        where TEvent : notnull
    {
        var head = new StreamHead(kind.Name, id, events.Count, at, at);
        return kind.Project(head, events.Aggregate(kind.Initial, kind.Evolve))
            .Select(row => new ProjectedRow(row, head, kind.ProjectionVersion));
    }

    public TableEntity ToEntity() => new(StorageKey.Escape(Row.Partition), StorageKey.Escape(Row.Key))
    {
        ["StreamId"] = Head.StreamId,
        ["Projection"] = Projection,
        ["Version"] = Head.Version,
        ["D0"] = StoredJson.Write(Row.Document, Row.Document.GetType()),
    };

    /// <returns>How many rows.</returns>
    public static async Task<int> WriteAsync(TableClient views, IEnumerable<ProjectedRow> rows)
    {
        var written = 0;
        // Some thousands of streams at a time, so that partitions fill their transactions and memory does not.
        foreach (var some in rows.Chunk(100_000))
        {
            await Parallel.ForEachAsync(
                some.GroupBy(row => row.Row.Partition).SelectMany(partition => partition.Chunk(RowsAtOnce)),
                new ParallelOptions { MaxDegreeOfParallelism = Writers },
                async (chunk, cancellation) => await views.SubmitTransactionAsync(
                    chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row.ToEntity())),
                    cancellation));
            written += some.Length;
        }

        return written;
    }
}
