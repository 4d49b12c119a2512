using System.Collections.Concurrent;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Settings;

/// <summary>The settings in force, and any set that was ever used, by its hash.</summary>
public sealed class SettingsProvider(SettingsBundle bundle, Blobs blobs)
{
    public const string Container = "settings";
    private readonly ConcurrentDictionary<string, SettingsInForce> _read = new(StringComparer.Ordinal);
    private readonly SettingsInForce _current = SettingsReader.Read(bundle);
    private volatile bool _stored;

    /// <summary>For what writes nothing: the settings without making sure that the set is kept.</summary>
    public SettingsInForce Current => _current;

    /// <summary>
    /// The settings in force; kept in Blob Storage before they are used the first time, so that a hash can always be
    /// explained.
    /// </summary>
    public async ValueTask<SettingsInForce> GetAsync(CancellationToken cancellation)
    {
        if (!_stored)
        {
            await blobs.WriteOnceAsync(
                Container, BlobName(bundle.Hash), bundle.Content, "application/json", cancellation);
            _stored = true;
        }

        return _current;
    }

    /// <summary>The set of that hash as it was then; null when no such set was ever used.</summary>
    public async Task<SettingsInForce?> FindAsync(string hash, CancellationToken cancellation)
    {
        if (hash == _current.Hash)
            return _current;
        if (_read.TryGetValue(hash, out var known))
            return known;
        if (await blobs.FindAsync(Container, BlobName(hash), cancellation) is not { } content)
            return null;
        return _read.GetOrAdd(hash, SettingsReader.Read(SettingsBundle.FromStored(content, hash)));
    }

    private static string BlobName(string hash) => $"{hash}.json";
}
