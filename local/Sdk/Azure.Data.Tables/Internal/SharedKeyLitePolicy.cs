using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>Signs every attempt: date and resource, with the account key.</summary>
internal sealed class SharedKeyLitePolicy(string accountName, string accountKey) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key = Convert.FromBase64String(accountKey);

    public override void OnSendingRequest(HttpMessage message)
    {
#pragma warning disable RS0030 // The service compares the date with its own clock.
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
#pragma warning restore RS0030
        var resource = $"{date}\n/{accountName}{message.Request.Uri.ToUri().AbsolutePath}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(resource)));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {accountName}:{signature}");
    }
}
