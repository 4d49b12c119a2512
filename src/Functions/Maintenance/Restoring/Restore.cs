using Azure.Data.Tables;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Maintenance.Rebuilding;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Restoring;

/// <summary>
/// Loads an export into tables that are empty, builds the lists, and marks every stream, so that the sweep of every
/// minute does what had not followed yet. For whoever runs the program by hand: nothing else may work on those tables
/// meanwhile.
/// </summary>
public sealed class Restore(
    StoreConnection store, ExportStore exports, RestoreRows rows, RestoreTarget target, RebuildStreams streams,
    RebuildTable rebuilds, CompleteLists lists, PendingMarks marks, PlatformClock clock)
{
    private const int AtOnce = 16;
    private static readonly StepLimit NoLimit = new(() => true);

    /// <summary>Ids of the whole exports, the latest first.</summary>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation) => exports.WholeAsync(cancellation);

    /// <summary>Reads all of an export and writes nothing.</summary>
    /// <exception cref="RestoreRefusedException">It is half, damaged, or a file that it needs is gone.</exception>
    public async Task<RestoreReport> CheckAsync(string id, CancellationToken cancellation)
    {
        var manifest = await FindAsync(id, cancellation);
        return RestoreReport.Of(await rows.CheckAsync(manifest, cancellation));
    }

    /// <exception cref="RestoreRefusedException">As <see cref="CheckAsync"/>, or the tables are not empty.</exception>
    public async Task<RestoreReport> LoadAsync(string id, CancellationToken cancellation)
    {
        var manifest = await FindAsync(id, cancellation);
        await target.RequireEmptyAsync(cancellation);
        var checkedFirst = await rows.CheckAsync(manifest, cancellation);
        var skipped = 0;
        foreach (var table in ExportTables.InOrder)
            skipped += await LoadAsync(manifest, table.Name, cancellation);
        var rebuild = await BuildListsAsync(cancellation);
        await Parallel.ForEachAsync(checkedFirst.LastCommands, Width(cancellation),
            async (stream, token) => await marks.SetAsync(stream.Key, stream.Value, token));
        return RestoreReport.Of(checkedFirst) with
        {
            LeftOut = skipped,
            Streams = rebuild.Streams,
            NotProjected = rebuild.Failed,
        };
    }

    private static ParallelOptions Width(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };

    private async Task<ExportManifest> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var manifest = await exports.FindAsync(id, cancellation) ?? throw new RestoreRefusedException(
                $"Det finns ingen hel export som heter {id}.");
            return manifest.Format == ExportManifest.CurrentFormat
                ? manifest
                : throw new RestoreRefusedException(
                    $"Exporten {id} är skriven på ett sätt som den här versionen inte läser ({manifest.Format}).");
        }
        catch (InvalidDataException damaged)
        {
            throw new RestoreRefusedException($"Exporten {id} är skadad. {damaged.Message}", damaged);
        }
    }

    /// <returns>Rows that were left out.</returns>
    private async Task<int> LoadAsync(ExportManifest manifest, string name, CancellationToken cancellation)
    {
        var table = await store.TableAsync(name);
        var reading = await rows.OpenAsync(manifest, name, cancellation);
        foreach (var part in manifest.Parts.Where(part => part.Table == name))
        {
            var kept = await reading.ReadAsync(part, cancellation);
            await Parallel.ForEachAsync(RestoreRows.Transactions(kept), Width(cancellation),
                async (some, token) => await table.SubmitTransactionAsync(
                    some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), token));
        }

        return reading.LeftOut;
    }

    private async Task<Rebuild> BuildListsAsync(CancellationToken cancellation)
    {
        var begun = Rebuild.New(Id.From(Guid.CreateVersion7(clock.Now)), lists.Versions, clock.Now);
        var counted = await streams.CountAsync(begun, NoLimit, cancellation);
        var built = await streams.RunAsync(counted, NoLimit, cancellation);
        // Nothing is left to sweep: the tables of lists were empty.
        var done = built with { Phase = RebuildPhase.Done, ChangedAt = clock.Now };
        await lists.CompleteAsync(cancellation);
        await rebuilds.AddAsync(done, cancellation);
        return done;
    }
}

/// <summary>Says in Swedish, to whoever runs the program, why nothing was restored.</summary>
public sealed class RestoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <param name="Rows">Rows of each table in the export.</param>
/// <param name="LeftOut">
/// Rows that were not loaded: texts that have been erased since, and keys of requests whose events came after the
/// export.
/// </param>
/// <param name="NotProjected">Streams whose rows in lists could not be written.</param>
public sealed record RestoreReport(
    string ExportId, DateTimeOffset StartedAt, IReadOnlyDictionary<string, int> Rows, int LeftOut = 0, int Streams = 0,
    int NotProjected = 0)
{
    internal static RestoreReport Of(CheckedExport read) => new(
        read.Manifest.Id, read.Manifest.StartedAt,
        ExportTables.InOrder.ToDictionary(table => table.Name, table => read.Manifest.RowsOf(table.Name)));
}
