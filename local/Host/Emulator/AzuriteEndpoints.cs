namespace Oversight.Local.Host.Emulator;

/// <summary>Where an Azurite answers.</summary>
public sealed record AzuriteEndpoints(int BlobPort, int TablePort, int QueuePort)
{
    /// <summary>
    /// Azurite's own account and key, the same on every machine and in its public documentation: no secret.
    /// </summary>
    public const string Account = "devstoreaccount1";

    public const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString(string account = Account, string key = Key) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{TablePort}/{account};";
}
