using Azure.Data.Tables;
using Oversight.Functions.Storage;

namespace Oversight.Benchmarks;

/// <summary>A view row as the storage room writes it.</summary>
internal sealed record ProjectedRow(ViewRow Row, StreamHead Head, int Projection)
{
    private const int RowsAtOnce = 100;
    private const int Writers = 4;

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
                    chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row.ToEntity())), cancellation));
            written += some.Length;
        }

        return written;
    }
}
