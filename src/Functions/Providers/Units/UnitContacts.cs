using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// The addresses that letters to units go to, in the provider's private partition. An address may have been erased.
/// </summary>
public sealed class UnitContacts(Streams streams, PrivateTexts privates)
{
    private const string Prefix = "contact-";
    private const string Field = "address";

    /// <summary>Kept for the event in the unit's stream; swept when that never comes.</summary>
    public Task KeepAsync(Id provider, Id unit, Id key, string address, CancellationToken cancellation) =>
        privates.WriteAsync(
            ProviderStream.StreamId(provider), Prefix + key,
            new PrivateEntry(new Dictionary<string, string> { [Field] = address }, "unit-contact",
                ProviderDesk.RetentionClass)
            {
                AwaitsEvent = true,
                Awaited = new AwaitedWord(UnitStream.StreamId(unit), key.Value),
            },
            cancellation);

    public async Task<string?> FindAsync(UnitContact contact, CancellationToken cancellation) =>
        (await privates.FindAsync(ProviderStream.StreamId(contact.KeptWith), Prefix + contact.Key,
            cancellation))?.Fields.GetValueOrDefault(Field);

    /// <summary>Null where nobody has told it, or it is gone.</summary>
    public async Task<(string Unit, string? Address)> OfUnitAsync(
        Id unit, DateOnly day, CancellationToken cancellation) =>
        await streams.LoadAsync(UnitStream.Kind, unit, cancellation) is { State: UnitState.Registered registered }
            ? (registered.NameOn(day), registered.Contact is { } contact
                ? await FindAsync(contact, cancellation)
                : null)
            : ("", null);
}
