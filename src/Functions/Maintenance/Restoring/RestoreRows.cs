using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Restoring;

/// <summary>The rows of an export, checked, and without those that must not come back.</summary>
public sealed class RestoreRows(ExportStore exports, Blobs blobs, Erasures erasures)
{
    private const int RowsOfTransaction = 100;

    /// <summary>In characters of values; what is not plain ASCII takes six bytes of the four million at most.</summary>
    private const int LengthOfTransaction = 500_000;

    /// <summary>All of it, so that nothing is written of an export that cannot be used.</summary>
    internal async Task<CheckedExport> CheckAsync(ExportManifest manifest, CancellationToken cancellation)
    {
        var commands = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in ExportTables.InOrder)
        {
            var reading = await OpenAsync(manifest, table.Name, cancellation);
            foreach (var part in manifest.Parts.Where(part => part.Table == table.Name))
            {
                var rows = await reading.ReadAsync(part, cancellation);
                if (table.Name == StreamTable.Table)
                    await CheckEventsAsync(rows, commands, cancellation);
            }
        }

        return new CheckedExport(manifest, commands);
    }

    internal async Task<RestoreReading> OpenAsync(
        ExportManifest manifest, string table, CancellationToken cancellation) => new(
        exports, manifest.Id, table,
        table == PrivateTexts.Table
            ? (await erasures.ReadAsync(cancellation)).ToLookup(one => one.StreamId, StringComparer.Ordinal)
            : null);

    /// <summary>Rows of one partition each, in their order, no more than one transaction takes.</summary>
    internal static IEnumerable<IReadOnlyList<TableEntity>> Transactions(IReadOnlyList<TableEntity> rows)
    {
        var (some, length) = (new List<TableEntity>(), 0);
        foreach (var row in rows)
        {
            var size = row.Sum(one => one.Value is string text ? text.Length : 40);
            if (some.Count > 0 && (some[0].PartitionKey != row.PartitionKey || some.Count == RowsOfTransaction
                || length + size > LengthOfTransaction))
            {
                yield return some;
                (some, length) = ([], 0);
            }

            some.Add(row);
            length += size;
        }

        if (some.Count > 0)
            yield return some;
    }

    private async Task CheckEventsAsync(
        IReadOnlyList<TableEntity> rows, Dictionary<string, string> commands, CancellationToken cancellation)
    {
        foreach (var row in rows.Where(row => !row.RowKey.StartsWith(StreamTable.KeyPrefix, StringComparison.Ordinal)))
        {
            commands[row.PartitionKey] = row.GetString("CommandId")!;
            if (row.GetString("PayloadBlob") is { } name
                && await blobs.FindAsync(StreamTable.Payloads, name, cancellation) is null)
                throw new RestoreRefusedException(
                    $"Filen {name} i {StreamTable.Payloads} saknas. Ta tillbaka den först: {row.PartitionKey} behöver "
                        + "den.");
        }
    }
}

/// <param name="LastCommands">Each stream, with the command that wrote its last event.</param>
internal sealed record CheckedExport(ExportManifest Manifest, IReadOnlyDictionary<string, string> LastCommands);

/// <summary>The parts of one table, in order.</summary>
internal sealed class RestoreReading(
    ExportStore exports, string id, string table, ILookup<string, Erasure>? erased)
{
    private string? _stream;
    private int _version;

    /// <summary>Rows so far that must not come back.</summary>
    internal int LeftOut { get; private set; }

    /// <exception cref="RestoreRefusedException">The part is not as it was written.</exception>
    internal async Task<IReadOnlyList<TableEntity>> ReadAsync(ExportPart part, CancellationToken cancellation)
    {
        try
        {
            var kept = new List<TableEntity>();
            var lines = 0;
            using var content = new MemoryStream(await exports.ReadPartAsync(id, part, cancellation));
            await using var zip = new GZipStream(content, CompressionMode.Decompress);
            using var reader = new StreamReader(zip, Encoding.UTF8);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                lines++;
                var row = ExportedRow.Read(line);
                if (!MayCome(row))
                {
                    LeftOut++;
                    continue;
                }

                row.Timestamp = null;
                kept.Add(row);
            }

            return lines == part.Rows
                ? kept
                : throw new InvalidDataException($"{part.Name} has {lines} rows and should have {part.Rows}.");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException)
        {
            throw new RestoreRefusedException($"Exporten {id} är skadad. {damaged.Message}", damaged);
        }
    }

    private bool MayCome(TableEntity row) => table switch
    {
        StreamTable.Table => MayComeOfStream(row),
        PrivateTexts.Table => !erased![StorageKey.Unescape(row.PartitionKey)].Any(one => IsErased(row, one)),
        _ => true,
    };

    private static bool IsErased(TableEntity row, Erasure erasure) =>
        (erasure.Name is null || erasure.Name == StorageKey.Unescape(row.RowKey))
        && (row.Timestamp is not { } written || written <= erasure.At);

    /// <summary>
    /// Events come first, then the keys of requests. The key of an append that came while the export read the stream
    /// would answer that all is done, though its events are not there.
    /// </summary>
    private bool MayComeOfStream(TableEntity row)
    {
        if (_stream != row.PartitionKey)
            (_stream, _version) = (row.PartitionKey, 0);
        if (row.RowKey.StartsWith(StreamTable.KeyPrefix, StringComparison.Ordinal))
            return row.GetInt32("Version") <= _version;
        var version = int.Parse(row.RowKey, CultureInfo.InvariantCulture);
        if (version != ++_version)
            throw new InvalidDataException($"Stream {row.PartitionKey} has no version {_version}.");
        return true;
    }
}
