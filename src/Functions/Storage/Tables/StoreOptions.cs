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

    /// <summary>
    /// Put after <see cref="Prefix"/> in the names of tables alone: a restore loads into another set of tables beside
    /// the damaged one, and the files are the same.
    /// </summary>
    public string TableSet { get; init; } = "";

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
            TableSet = section["TableSet"] ?? "",
        };
    }

    private static Uri? Endpoint(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Uri(text);
}
