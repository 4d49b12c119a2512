using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// Names of those responsible for daily management, in the provider's private partition: one read gives all that a
/// provider's page shows. Events and views have only the pseudonymous key; a name may have been erased.
/// </summary>
public sealed class ManagerNames(PrivateTexts privates)
{
    private const string Prefix = "manager-";
    private const string Field = "name";

    /// <summary>Kept for the appointment in the unit's stream; swept when that never comes.</summary>
    public Task KeepAsync(Id provider, Id unit, Id key, string name, CancellationToken cancellation) =>
        privates.WriteAsync(
            ProviderStream.StreamId(provider), Prefix + key,
            new PrivateEntry(new Dictionary<string, string> { [Field] = name }, "unit-manager",
                ProviderDesk.RetentionClass)
            {
                AwaitsEvent = true,
                Awaited = new AwaitedWord(UnitStream.StreamId(unit), key.Value),
            },
            cancellation);

    /// <summary>The names kept with a provider, by key.</summary>
    public async Task<IReadOnlyDictionary<Id, string>> OfProviderAsync(Id provider, CancellationToken cancellation)
    {
        var entries = await privates.ReadAllAsync(ProviderStream.StreamId(provider), cancellation);
        return entries.Select(entry => TryRead(entry.Key, entry.Value)).OfType<(Id Key, string Name)>()
            .ToDictionary(entry => entry.Key, entry => entry.Name);
    }

    internal static (Id Key, string Name)? TryRead(string entryName, PrivateEntry entry) =>
        entryName.StartsWith(Prefix, StringComparison.Ordinal) && Id.TryParse(entryName[Prefix.Length..], out var key)
            && entry.Fields.TryGetValue(Field, out var name)
            ? (key, name)
            : null;

    /// <summary>A unit that is taken over brings its manager's name to the new provider.</summary>
    public async Task CopyAsync(ManagerTerm manager, Id unit, Id to, CancellationToken cancellation)
    {
        if (await privates.FindAsync(ProviderStream.StreamId(manager.KeptWith), Prefix + manager.Key,
            cancellation) is { } entry)
        {
            var copy = entry with
            { AwaitsEvent = true, Awaited = new AwaitedWord(UnitStream.StreamId(unit), to.Value) };
            await privates.WriteAsync(ProviderStream.StreamId(to), Prefix + manager.Key, copy, cancellation);
        }
    }
}
