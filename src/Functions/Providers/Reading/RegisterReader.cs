using System.Collections.Concurrent;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Functions.Providers;

/// <summary>Reads the whole register, with the names and numbers that are kept apart, for import and export.</summary>
public sealed class RegisterReader(Views views, PrivateTexts privates)
{
    private const int AtOnce = 8;

    public async Task<Register> ReadAsync(CancellationToken cancellation)
    {
        var providers = await views.ReadAllAsync<ProviderRow>(RegisterPartitions.Providers, cancellation);
        var units = new ConcurrentDictionary<Id, UnitState.Registered>();
        var names = new ConcurrentDictionary<Id, string>();
        var numbers = new ConcurrentDictionary<Id, OrganisationNumber>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(providers, options, async (provider, token) =>
        {
            var rows = await views.ReadAllAsync<UnitRow>(
                RegisterPartitions.OfProvider(provider.ProviderId), token, RegisterPartitions.UnitPrefix);
            foreach (var row in rows.Where(row => row.IsRunBy(provider.ProviderId)))
                units[row.UnitId] = row.Unit;
            foreach (var (name, entry) in await privates.ReadAllAsync(ProviderStream.StreamId(provider.ProviderId),
                token))
            {
                if (name == ProviderDesk.NumberEntry
                    && OrganisationNumber.TryParse(entry.Fields.GetValueOrDefault(name), out var number))
                    numbers[provider.ProviderId] = number;
                else if (ManagerNames.TryRead(name, entry) is var (key, text))
                    names[key] = text;
            }
        });
        return new Register(providers.ToDictionary(row => row.ProviderId, row => row.Provider), units, names, numbers);
    }
}
