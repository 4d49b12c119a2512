using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>
/// Uniqueness across streams: a row added before the append. The row names the stream and the commands under way that
/// it was made for; the stream itself is the truth about who has the value. A command that ended gives back what its
/// stream does not hold, and what nobody gave back is anybody's after ten minutes. Values are kept as hashes: an
/// organisationsnummer can be a personnummer.
/// </summary>
public sealed class Reservations(StoreConnection store, PlatformClock clock)
{
    internal const string Table = "reservations";

    /// <summary>Longer than a request can live.</summary>
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Claims of creations: over as soon as their stream exists, so that a creation that succeeds need not end its own.
    /// </summary>
    private const string Creation = "new-";

    /// <summary>
    /// Reserves the value for one command on a stream, unless another stream holds it or is about to.
    /// </summary>
    /// <param name="creates">The command creates the stream.</param>
    /// <param name="commandId">
    /// Names the claim, so that whoever follows up the command can end it; null where nobody need.
    /// </param>
    public async Task<Reserving> TryReserveAsync(
        Reservable what, string streamId, bool creates, CancellationToken cancellation, string? commandId = null)
    {
        var table = await store.TableAsync(Table);
        var claim = $"{(creates ? Creation : "")}{commandId ?? $"{Guid.NewGuid():N}"}";
        if (await TryAddAsync(table, what, streamId, claim, cancellation))
            return new Reserving.Ours(new Reservation(what, streamId, claim));
        while (true)
        {
            try
            {
                if (await FindRowAsync(table, what, cancellation) is not { } held)
                {
                    if (await TryAddAsync(table, what, streamId, claim, cancellation))
                        return new Reserving.Ours(new Reservation(what, streamId, claim));
                    continue;
                }

                var isOurs = Holder(held) == streamId;
                if (!isOurs && (IsRecent(held) || await what.Ask(Holder(held), cancellation) == Holding.Held))
                    return new Reserving.Taken(Holder(held));
                string[] claims = isOurs && IsRecent(held) ? [.. Claims(held), claim] : [claim];
                await table.UpdateEntityAsync(
                    Row(what, streamId, claims), held.ETag, TableUpdateMode.Replace, cancellation);
                return new Reserving.Ours(new Reservation(what, streamId, claim));
            }
            catch (RequestFailedException failure) when (failure.Status is 409 or 412 or 404)
            {
                // Somebody was there between the read and the write: look again.
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>
    /// The command has ended, whichever way: its claim goes, and the value with it unless the stream holds it now or
    /// another command on the stream is under way.
    /// </summary>
    public Task EndAsync(Reservation reservation, CancellationToken cancellation) =>
        ReleaseAsync(reservation.What, reservation.StreamId, reservation.Claim, cancellation);

    /// <summary>The stream has moved away from the value.</summary>
    public Task ReleaseAsync(Reservable what, string streamId, CancellationToken cancellation) =>
        ReleaseAsync(what, streamId, null, cancellation);

    /// <summary>The stream that the value is reserved for, or null.</summary>
    public async Task<string?> FindAsync(string scope, string value, CancellationToken cancellation) =>
        await FindRowAsync(await store.TableAsync(Table), scope, value, cancellation) is { } row ? Holder(row) : null;

    private async Task ReleaseAsync(Reservable what, string streamId, string? claim, CancellationToken cancellation)
    {
        var table = await store.TableAsync(Table);
        while (await FindRowAsync(table, what, cancellation) is { } held && Holder(held) == streamId)
        {
            try
            {
                // The row is read before the stream: whoever appends after this has changed the row, and the write
                // below fails.
                var holding = await what.Ask(streamId, cancellation);
                var others = Claims(held).Where(known => known != claim && IsUnderWay(known, held, holding)).ToArray();
                if (holding == Holding.Held || others.Length > 0)
                    await table.UpdateEntityAsync(Row(what, streamId, others, ReservedAt(held)), held.ETag,
                        TableUpdateMode.Replace, cancellation);
                else
                    await table.DeleteEntityAsync(held.PartitionKey, held.RowKey, held.ETag, cancellation);
                return;
            }
            catch (RequestFailedException failure) when (failure.Status is 412 or 404)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    // Most often nobody has it: one call.
    private async Task<bool> TryAddAsync(
        TableClient table, Reservable what, string streamId, string claim, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(Row(what, streamId, [claim]), cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }

    private bool IsUnderWay(string claim, TableEntity held, Holding holding) =>
        IsRecent(held) && (holding == Holding.NoStream || !claim.StartsWith(Creation, StringComparison.Ordinal));

    private TableEntity Row(
        Reservable what, string streamId, IReadOnlyList<string> claims, DateTimeOffset? at = null) =>
        new(StorageKey.Escape(what.Scope), Hash(what.Value))
        {
            ["StreamId"] = streamId,
            ["ReservedAt"] = at ?? clock.Now,
            ["Claims"] = string.Join('|', claims),
        };

    private bool IsRecent(TableEntity row) => ReservedAt(row) + AbandonedAfter > clock.Now;

    private static DateTimeOffset ReservedAt(TableEntity row) => row.GetDateTimeOffset("ReservedAt")!.Value;

    private static string Holder(TableEntity row) => row.GetString("StreamId")!;

    /// <summary>Rows from before claims were kept have none.</summary>
    private static string[] Claims(TableEntity row) =>
        row.GetString("Claims") is { Length: > 0 } claims ? claims.Split('|') : [];

    private static Task<TableEntity?> FindRowAsync(
        TableClient table, Reservable what, CancellationToken cancellation) =>
        FindRowAsync(table, what.Scope, what.Value, cancellation);

    private static async Task<TableEntity?> FindRowAsync(
        TableClient table, string scope, string value, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            StorageKey.Escape(scope), Hash(value), cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    private static string Hash(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}

/// <summary>A value that one stream at a time may have, and how a stream is asked whether it has it.</summary>
public sealed record Reservable(string Scope, string Value, Func<string, CancellationToken, Task<Holding>> Ask);

/// <summary>What a stream says of a value that is reserved for it.</summary>
public enum Holding
{
    NoStream,

    /// <summary>The stream exists, with another value.</summary>
    NotHeld,
    Held,
}

/// <summary>A value reserved for one command, to be ended when the command has.</summary>
public sealed record Reservation(Reservable What, string StreamId, string Claim);

/// <summary>What became of an attempt to reserve.</summary>
public abstract record Reserving
{
    private Reserving()
    {
    }

    public sealed record Ours(Reservation Reservation) : Reserving;

    public sealed record Taken(string StreamId) : Reserving;
}
