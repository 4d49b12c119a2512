using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;

namespace Oversight.Functions.Storage;

/// <summary>
/// Where tables and blobs are kept: a connection string (one machine) or two endpoints reached by managed identity
/// (Azure).
/// </summary>
public sealed record StoreOptions
{
    public string? ConnectionString { get; init; }

    public Uri? TableEndpoint { get; init; }

    public Uri? BlobEndpoint { get; init; }

    /// <summary>
    /// Put before the name of every table and container, so that several systems can share an account.
    /// </summary>
    public string Prefix { get; init; } = "";

    /// <summary>How requests travel; null for the ordinary way.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    public static StoreOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Oversight:Storage");
        return new StoreOptions
        {
            ConnectionString = section["ConnectionString"],
            TableEndpoint = Endpoint(section["TableEndpoint"]),
            BlobEndpoint = Endpoint(section["BlobEndpoint"]),
            Prefix = section["Prefix"] ?? "",
        };
    }

    private static Uri? Endpoint(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Uri(text);
}
