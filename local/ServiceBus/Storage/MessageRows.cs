using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Oversight.Local.ServiceBus.Storage;

/// <summary>
/// The rows of one queue and its dead letters: one partition, so that one transaction can hold any of them. A property
/// of a row holds 64 KB at most, so a message is cut into parts.
/// </summary>
internal sealed class MessageRows(TableClient table, string queue)
{
    private const int PartSize = 60_000;

    /// <summary>
    /// Numbers are never given twice, so the last one is written together with the messages that take them.
    /// </summary>
    private const string LastNumberKey = "last";

    private readonly string _partition = $"queue:{queue.ToLowerInvariant().Replace('/', ':')}";

    public async Task<(long LastNumber, IReadOnlyList<StoredMessage> Messages)> LoadAsync(
        CancellationToken cancellation)
    {
        var (last, messages) = (0L, new List<StoredMessage>());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {_partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .ConfigureAwait(false))
        {
            if (row.RowKey == LastNumberKey)
                last = row.GetInt64("Number")!.Value;
            else
                messages.Add(Read(row));
        }

        return (Math.Max(last, messages.Select(m => m.Number).DefaultIfEmpty().Max()), messages);
    }

    public Task SubmitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var actions = changes.Select(Action).ToList();
        if (changes.OfType<RowChange.Insert>().LastOrDefault() is { } newest)
        {
            var last = new TableEntity(_partition, LastNumberKey) { ["Number"] = newest.Number };
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, last));
        }

        return table.SubmitTransactionAsync(actions, cancellation);
    }

    /// <summary>Makes a row be what it should be, whatever it is; without a message it should not be.</summary>
    public Task SetAsync(long number, StoredMessage? message, CancellationToken cancellation) => message is null
        ? table.DeleteEntityAsync(_partition, Key(number), ETag.All, cancellation)
        : table.UpsertEntityAsync(Write(message), TableUpdateMode.Replace, cancellation);

    private static string Key(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private TableTransactionAction Action(RowChange change) => change switch
    {
        RowChange.Insert insert => new(TableTransactionActionType.UpsertReplace, Write(insert.Message)),
        RowChange.Restore restore => new(TableTransactionActionType.UpsertReplace, Write(restore.Message)),
        RowChange.Replace replace => new(TableTransactionActionType.UpdateReplace, Write(replace.Message), ETag.All),
        RowChange.Count count => new(
            TableTransactionActionType.UpdateMerge,
            new TableEntity(_partition, Key(count.Number)) { ["Deliveries"] = count.Deliveries },
            ETag.All),
        RowChange.Delete delete =>
            new(TableTransactionActionType.Delete, new TableEntity(_partition, Key(delete.Number)), ETag.All),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.GetType().Name, null),
    };

    private TableEntity Write(StoredMessage message)
    {
        var row = new TableEntity(_partition, Key(message.Number))
        {
            ["Enqueued"] = message.Enqueued,
            ["Deliveries"] = message.Deliveries,
            ["DeadLettered"] = message.DeadLettered,
            ["Parts"] = (message.Content.Length + PartSize - 1) / PartSize,
        };
        if (message.Due is { } due)
            row["Due"] = due;
        foreach (var (part, content) in message.Content.Chunk(PartSize).Index())
            row[$"Content{part}"] = content;
        return row;
    }

    private static StoredMessage Read(TableEntity row) => new(
        long.Parse(row.RowKey, CultureInfo.InvariantCulture),
        [.. Enumerable.Range(0, row.GetInt32("Parts")!.Value).SelectMany(part => row.GetBinary($"Content{part}")!)],
        row.GetDateTimeOffset("Enqueued")!.Value,
        row.GetDateTimeOffset("Due"),
        row.GetInt32("Deliveries")!.Value,
        row.GetBoolean("DeadLettered")!.Value);
}
