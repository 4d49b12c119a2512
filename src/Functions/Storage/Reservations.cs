using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// Uniqueness across streams: a row added before the first append. A reservation whose stream never came to be is taken over
/// after ten minutes. Values are kept as hashes: an organisationsnummer can be a personnummer.
/// </summary>
public sealed class Reservations(StoreConnection store, StreamTable streams, PlatformClock clock)
{
    private const string Table = "reservations";

    /// <summary>Longer than a request can live.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(10);

    /// <summary>Reserves <paramref name="value"/> for a stream; returns the stream id that already holds it, or null when it is now ours (or was).</summary>
    public async Task<string?> TryReserveAsync(string scope, string value, string streamId, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        while (true)
        {
            var row = new TableEntity(StorageKey.Escape(scope), Hash(value)) { ["StreamId"] = streamId, ["ReservedAt"] = clock.Now };
            try
            {
                if (await FindRowAsync(table, scope, value, cancellation) is not { } held)
                {
                    await table.AddEntityAsync(row, cancellation);
                    return null;
                }

                var holder = held.GetString("StreamId")!;
                var isRecent = held.GetDateTimeOffset("ReservedAt") + AbandonedAfter > clock.Now;
                if (isRecent || await streams.ExistsAsync(holder, cancellation))
                    return holder == streamId ? null : holder;
                await table.UpdateEntityAsync(row, held.ETag, TableUpdateMode.Replace, cancellation);
                return null;
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412 or 404)
            {
                // Somebody was there between the read and the write: look again.
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The stream that holds the value, or null.</summary>
    public async Task<string?> FindAsync(string scope, string value, CancellationToken cancellation) =>
        (await FindRowAsync(await store.TableAsync(Table), scope, value, cancellation))?.GetString("StreamId");

    private static async Task<TableEntity?> FindRowAsync(TableClient table, string scope, string value, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(StorageKey.Escape(scope), Hash(value), cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    private static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
