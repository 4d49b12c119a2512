using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Microsoft.Net.Http.Headers;
using Oversight.Attachments;

namespace Oversight.Functions.Storage;

/// <summary>
/// Signs read-only links: with the account key where the connection string has one, else with a user delegation key
/// that the managed identity asks for (kept for as long as it is good for another link).
/// </summary>
public sealed class BlobLinks(StoreConnection store, PlatformClock clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DelegationLifetime = TimeSpan.FromHours(1);
    private UserDelegationKey? _delegation;

    internal async Task<Uri> CreateAsync(BlobClient blob, string fileName, CancellationToken cancellation)
    {
        var now = clock.Now;
        var link = new BlobSasBuilder(BlobSasPermissions.Read, now + Lifetime)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            StartsOn = now - ClockSkew,
            ContentDisposition = Attachment(fileName),
            CacheControl = "no-store",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        if (blob.CanGenerateSasUri)
            return blob.GenerateSasUri(link);
        var key = await DelegationAsync(now, cancellation);
        return new BlobUriBuilder(blob.Uri) { Sas = link.ToSasQueryParameters(key, blob.AccountName) }.ToUri();
    }

    /// <summary>
    /// The header by which a browser saves the file under its name (RFC 6266), whatever the name holds.
    /// </summary>
    internal static string Attachment(string fileName)
    {
        var safe =
            new string(fileName.Where(c => !char.IsControl(c)
                && c is not ('/' or '\\' or '"' or '<' or '>' or '|' or ':' or '*' or '?')).ToArray());
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(safe.Trim(' ', '.') is { Length: > 0 } name ? name : "dokument");
        return header.ToString();
    }

    private async Task<UserDelegationKey> DelegationAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (_delegation is { } known && known.SignedExpiresOn > now + Lifetime + ClockSkew)
            return known;
        var key = (await store.Blobs.GetUserDelegationKeyAsync(now - ClockSkew, now + DelegationLifetime,
            cancellation)).Value;
        _delegation = key;
        return key;
    }
}
