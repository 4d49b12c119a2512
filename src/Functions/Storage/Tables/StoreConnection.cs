using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Storage;

/// <summary>
/// The clients of the storage account. A table or container is created the first time this process uses it.
/// </summary>
public sealed class StoreConnection
{
    private readonly StoreOptions _options;
    private readonly Func<string, TableClient> _tables;
    private readonly ConcurrentDictionary<string, Lazy<Task<TableClient>>> _knownTables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<BlobContainerClient>>> _knownContainers = new(
        StringComparer.Ordinal);

    public StoreConnection(StoreOptions options)
    {
        _options = options;
        var tables = Configure(new TableClientOptions(), Dependency.Tables, TimeSpan.FromSeconds(5));
        var blobs = Configure(new BlobClientOptions(), Dependency.Blobs, TimeSpan.FromSeconds(20));
        if (!string.IsNullOrEmpty(options.ConnectionString))
        {
            _tables = name => new CheckedTable(options.ConnectionString, name, tables);
            Blobs = new BlobServiceClient(options.ConnectionString, blobs);
        }
        else if (options is { TableEndpoint: { } tableEndpoint, BlobEndpoint: { } blobEndpoint })
        {
            var identity = new DefaultAzureCredential();
            _tables = name => new CheckedTable(tableEndpoint, name, identity, tables);
            Blobs = new BlobServiceClient(blobEndpoint, identity, blobs);
        }
        else
        {
            throw new InvalidOperationException(
                "Oversight:Storage:ConnectionString, or Oversight:Storage:TableEndpoint and "
                    + "Oversight:Storage:BlobEndpoint, must be set.");
        }
    }

    internal BlobServiceClient Blobs { get; }

    /// <summary>A client that asks <see cref="TableLimits"/> before each write.</summary>
    public Task<TableClient> TableAsync(string name) => OnceAsync(_knownTables, name, async key =>
    {
        var table = _tables(_options.Prefix + _options.TableSet + key);
        await table.CreateIfNotExistsAsync();
        return table;
    });

    internal Task<BlobContainerClient> ContainerAsync(string name) => OnceAsync(_knownContainers, name, async key =>
    {
        var container = Blobs.GetBlobContainerClient(_options.Prefix.ToLowerInvariant() + key);
        await container.CreateIfNotExistsAsync();
        return container;
    });

    // What failed is forgotten, so that the next call tries again.
    private static async Task<T> OnceAsync<T>(
        ConcurrentDictionary<string, Lazy<Task<T>>> known, string name, Func<string, Task<T>> create)
    {
        var entry = known.GetOrAdd(name, key => new Lazy<Task<T>>(() => create(key)));
        try
        {
            return await entry.Value;
        }
        catch (Exception)
        {
            known.TryRemove(KeyValuePair.Create(name, entry));
            throw;
        }
    }

    private TOptions Configure<TOptions>(TOptions options, Dependency dependency, TimeSpan networkTimeout)
        where TOptions : ClientOptions
    {
        // A page waits for this: three tries within a second when nobody listens, then 503.
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(150);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = networkTimeout;
        options.AddPolicy(new UnavailablePolicy(dependency), HttpPipelinePosition.PerCall);
        if (_options.Transport is { } transport)
            options.Transport = transport;
        return options;
    }
}
