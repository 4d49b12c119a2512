using System.Collections.Concurrent;
using Azure.Data.Tables;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Storage;

/// <summary>
/// Which kinds of streams have all their rows written by this code's projection. One row a kind (table <c>rebuilds</c>)
/// says the version that is complete; any other, older or newer, is looked into again, because code of that version may
/// have written since.
/// </summary>
public sealed class CompleteLists(StoreConnection store, StreamKinds kinds)
{
    /// <summary>Also holds the checkpoints of the rebuilds.</summary>
    internal const string Table = "rebuilds";

    private const string Partition = "complete";
    private const string Projection = "Projection";
    private readonly ProjectedTable _projected = new(store);
    private readonly ConcurrentDictionary<string, bool> _complete = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _older = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<IStreamKind>>? _look;

    /// <summary>The projection version of every kind: what a rebuild ran with.</summary>
    internal string Versions { get; } = string.Join(' ', kinds.All
        .OrderBy(kind => kind.Name, StringComparer.Ordinal)
        .Select(kind => $"{kind.Name}:{kind.ProjectionVersion}"));

    /// <summary>The kinds that need a rebuild before their lists can be read.</summary>
    public async Task<IReadOnlyList<IStreamKind>> IncompleteAsync(CancellationToken cancellation)
    {
        if (kinds.All.All(IsKnown))
            return [];
        Task<IReadOnlyList<IStreamKind>> look;
        // All who ask at once share an answer, and the first look goes on when its asker has gone.
        lock (_gate)
            look = _look is { IsCompleted: false } ? _look : _look = LookAsync();
        return await look.WaitAsync(cancellation);
    }

    /// <param name="row">A type of row; null is any.</param>
    /// <exception cref="DependencyUnavailableException">Rows of the type may be missing or of an older
    /// shape.</exception>
    internal async Task RequireAsync(Type? row, CancellationToken cancellation)
    {
        if (!Of(kinds.All).All(IsKnown) && Of(await IncompleteAsync(cancellation)).Any())
            throw new DependencyUnavailableException(Dependency.Lists);

        IEnumerable<IStreamKind> Of(IReadOnlyCollection<IStreamKind> some) =>
            some.Where(kind => row is null || kind.Rows.Contains(row));
    }

    /// <summary>Every stream has been projected by this code, or could not be.</summary>
    internal Task CompleteAsync(CancellationToken cancellation) =>
        Task.WhenAll(kinds.All.Select(kind => CompleteAsync(kind, cancellation)));

    private bool IsKnown(IStreamKind kind) => _complete.ContainsKey(kind.Name);

    private async Task<IReadOnlyList<IStreamKind>> LookAsync()
    {
        var table = await store.TableAsync(Table);
        var stored = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"))
            .ToDictionaryAsync(row => row.RowKey, row => row.GetInt32(Projection), StringComparer.Ordinal);
        var asked = kinds.All.Where(kind => !IsKnown(kind)).ToList();
        var complete = await Task.WhenAll(asked.Select(kind =>
            IsCompleteAsync(kind, stored.GetValueOrDefault(kind.Name) == kind.ProjectionVersion)));
        return [.. asked.Where((_, at) => !complete[at])];
    }

    private async Task<bool> IsCompleteAsync(IStreamKind kind, bool isStored)
    {
        if (isStored)
            return _complete[kind.Name] = true;
        // Looked for once: after that only the end of a rebuild tells.
        if (_older.ContainsKey(kind.Name))
            return false;
        if (await _projected.HasOlderAsync(kind, CancellationToken.None))
        {
            _older[kind.Name] = true;
            return false;
        }

        await CompleteAsync(kind, CancellationToken.None);
        return true;
    }

    private async Task CompleteAsync(IStreamKind kind, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        var row = new TableEntity(Partition, kind.Name) { [Projection] = kind.ProjectionVersion };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        _complete[kind.Name] = true;
    }
}
