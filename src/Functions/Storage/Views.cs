namespace Oversight.Functions.Storage;

/// <summary>Reads view rows. A page is one or two partition reads; continuation is followed, so a partition may have any number of rows.</summary>
public sealed class Views
{
    public Task<T?> FindAsync<T>(string partition, string key, CancellationToken cancellation)
        where T : class => throw new NotSupportedException();

    /// <summary>All rows of a partition in key order, optionally only keys that start with <paramref name="keyPrefix"/>.</summary>
    public Task<IReadOnlyList<T>> ReadAllAsync<T>(string partition, CancellationToken cancellation, string? keyPrefix = null)
        where T : class => throw new NotSupportedException();

    /// <summary>The same rows unparsed and with their keys: for partitions that hold rows of several kinds, told apart by key prefix.</summary>
    public Task<IReadOnlyList<StoredRow>> ReadRowsAsync(string partition, CancellationToken cancellation, string? keyPrefix = null) =>
        throw new NotSupportedException();

    /// <summary>One page in key order. The token is opaque and safe in an address; a damaged one is <see cref="FormatException"/>.</summary>
    public Task<Page<T>> ReadPageAsync<T>(string partition, int size, string? token, CancellationToken cancellation, string? keyPrefix = null)
        where T : class => throw new NotSupportedException();
}

public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPage);

public sealed record StoredRow(string Key, string StreamId, int Version, string Json)
{
    public T As<T>()
        where T : class => StoredJson.Read<T>(Json);
}
