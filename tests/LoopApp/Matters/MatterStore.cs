using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Oversight.LoopApp.Matters;

/// <summary>Streams in a table: a head with version and state, one row per event, one per command that has been carried out.</summary>
public sealed class MatterStore(TableServiceClient tables)
{
    private const string Head = "head";
    private readonly OpenedTable _table = new(tables, "matters");

    public async Task<(Matter Matter, int Version, ETag ETag)?> FindAsync(string id, CancellationToken cancellation)
    {
        var table = await _table.OpenAsync();
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id, Head, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } row }
            ? (JsonSerializer.Deserialize<Matter>(row.GetString("State")!)!, row.GetInt32("Version")!.Value, row.ETag)
            : null;
    }

    /// <summary>Whether a command of this id has been carried out in the stream.</summary>
    public async Task<bool> HasAsync(string id, string command, CancellationToken cancellation)
    {
        var table = await _table.OpenAsync();
        return (await table.GetEntityIfExistsAsync<TableEntity>(id, CommandKey(command), ["PartitionKey"], cancellation)).HasValue;
    }

    /// <summary>All or nothing: the event, the command's id, the head at the version that was read.</summary>
    /// <returns>False: somebody else came first, or the command has been carried out.</returns>
    public async Task<bool> AppendAsync(
        Matter state, int version, ETag? read, MatterEvent happened, string command, CancellationToken cancellation)
    {
        var head = new TableEntity(state.Id, Head) { ["Version"] = version, ["State"] = JsonSerializer.Serialize(state) };
        TableTransactionAction[] actions =
        [
            read is { } etag
                ? new(TableTransactionActionType.UpdateReplace, head, etag)
                : new(TableTransactionActionType.Add, head),
            new(
                TableTransactionActionType.Add,
                new TableEntity(state.Id, EventKey(version)) { ["Event"] = JsonSerializer.Serialize(happened) }),
            new(TableTransactionActionType.Add, new TableEntity(state.Id, CommandKey(command)) { ["Version"] = version }),
        ];
        try
        {
            await (await _table.OpenAsync()).SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<MatterEvent>> EventsAsync(string id, CancellationToken cancellation)
    {
        var table = await _table.OpenAsync();
        var rows = table.QueryAsync<TableEntity>(
            row => row.PartitionKey == id && row.RowKey.CompareTo("e") >= 0 && row.RowKey.CompareTo("f") < 0,
            cancellationToken: cancellation);
        return await rows.Select(row => JsonSerializer.Deserialize<MatterEvent>(row.GetString("Event")!)!).ToListAsync(cancellation);
    }

    private static string EventKey(int version) => $"e{version.ToString("D8", CultureInfo.InvariantCulture)}";

    private static string CommandKey(string command) => $"c{command}";
}

/// <summary>A table that is made the first time somebody asks.</summary>
internal sealed class OpenedTable(TableServiceClient tables, string name)
{
    private readonly TableClient _table = tables.GetTableClient(name);
    private volatile bool _exists;

    public async ValueTask<TableClient> OpenAsync()
    {
        if (!_exists)
            await _table.CreateIfNotExistsAsync();
        _exists = true;
        return _table;
    }
}
