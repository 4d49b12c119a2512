using Azure.Data.Tables;

namespace Oversight.Local.Host.Emulator;

/// <summary>The tables that only the host itself uses, beside the application's and under the same prefix.</summary>
internal sealed class LocalTables(IReadOnlyDictionary<string, string> settings)
{
    public TableClient Open(string name)
    {
        // An emulator that is not there answers at once; waiting as for a far-away service would only hold everything
        // up.
        var options = new TableClientOptions { Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(100) } };
        return new TableClient(
            settings["Oversight:Storage:ConnectionString"],
            $"{settings.GetValueOrDefault("Oversight:Storage:Prefix")}{name}", options);
    }
}
