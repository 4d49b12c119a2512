using Azure;
using Azure.Data.Tables;
using Oversight.Testkit;

namespace Oversight.Benchmarks;

/// <summary>
/// The calls that the application makes for one concern, made directly with the same client library: rows of the same
/// content, copied from a concern that it took in, in an account of their own. No rules, no HTTP, no JSON.
/// </summary>
internal sealed class BareIntake : IDisposable
{
    private static readonly string[] Tables = ["streams", "private", "pending", "views", "projected", "reservations"];
    private readonly Dictionary<string, TableClient> _tables;
    private readonly string _sample;
    private readonly Dictionary<string, List<TableEntity>> _rows;
    private int _number;

    private BareIntake(string account, string sample, Dictionary<string, List<TableEntity>> rows)
    {
        (_sample, _rows) = (sample, rows);
        var service = new TableServiceClient(account, new TableClientOptions { Transport = Transport });
        _tables = Tables.ToDictionary(name => name, service.GetTableClient);
    }

    public StorageCalls Transport { get; } = new();

    /// <param name="sample">The id of a concern that stands in the application's storage.</param>
    public static async Task<BareIntake> LikeAsync(string storage, string sample)
    {
        var rows = new Dictionary<string, List<TableEntity>>();
        foreach (var name in Tables.Except(["pending"]))
        {
            var all = await new TableClient(storage, name).QueryAsync<TableEntity>().ToListAsync();
            rows[name] = [
                .. all.Where(row =>
                    $"{row.PartitionKey} {row.GetString("StreamId")}".Contains(sample, StringComparison.Ordinal))];
        }

        var bare = new BareIntake(await SharedAzurite.NewAccountAsync(), sample, rows);
        foreach (var table in bare._tables.Values)
            await table.CreateIfNotExistsAsync();
        return bare;
    }

    public async Task WriteAsync()
    {
        var id = $"{Interlocked.Increment(ref _number):D27}";
        var stream = $"concern-{id}";
        await _tables["views"].GetEntityIfExistsAsync<TableEntity>("unit-index", _sample);
        await _tables["streams"].QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {stream} and RowKey lt {"key-"}")).ToListAsync();
        await _tables["reservations"].AddEntityAsync(Copy(_rows["reservations"][0], id));
        await _tables["private"].AddEntityAsync(Copy(_rows["private"][0], id));
        await _tables["pending"].UpsertEntityAsync(new TableEntity("0", stream) { ["StreamId"] = stream },
            TableUpdateMode.Replace);
        await _tables["streams"].SubmitTransactionAsync(
            _rows["streams"].Select(row => new TableTransactionAction(TableTransactionActionType.Add, Copy(row, id))));
        await Task.WhenAll(_rows["views"].Select(row => Copy(row, id)).GroupBy(row => row.PartitionKey)
            .Select(AddRowsAsync));
        await _tables["projected"].AddEntityAsync(Copy(_rows["projected"][0], id));
        await _tables["pending"].DeleteEntityAsync("0", stream, ETag.All);
    }

    public void Dispose() => Transport.Dispose();

    /// <summary>Rows of one partition go together, as the application writes them.</summary>
    private Task AddRowsAsync(IEnumerable<TableEntity> rows)
    {
        var all = rows.ToList();
        return all.Count == 1
            ? _tables["views"].AddEntityAsync(all[0])
            : _tables["views"].SubmitTransactionAsync(
                all.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
    }

    private TableEntity Copy(TableEntity row, string id)
    {
        var copy = new TableEntity(Renamed(row.PartitionKey),
            row.PartitionKey == "concern-content" ? id : Renamed(row.RowKey));
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                copy[name] = value;
        }

        return copy;

        string Renamed(string key) => key.Replace(_sample, id, StringComparison.Ordinal);
    }
}
