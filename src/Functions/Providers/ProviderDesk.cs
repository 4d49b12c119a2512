using System.Security.Cryptography;
using System.Text;
using Oversight.Functions.Storage;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>Carries out commands on providers: the number is reserved, a sole trader's is kept apart.</summary>
public sealed class ProviderDesk(Streams streams, PrivateTexts privates, Reservations reservations)
{
    public const string NumberScope = "organisationsnummer";
    public const string NumberEntry = "number";
    public const string RetentionClass = "register";

    public Task<Folded<ProviderState>?> LoadAsync(Id id, CancellationToken cancellation) =>
        streams.LoadAsync(ProviderStream.Kind, id, cancellation);

    public Task<Folded<ProviderState>?> LoadForChangeAsync(Id id, CancellationToken cancellation) =>
        streams.LoadForChangeAsync(ProviderStream.Kind, id, cancellation);

    public Task<IReadOnlyList<Recorded<ProviderEvent>>> HistoryAsync(Id id, CancellationToken cancellation) =>
        streams.HistoryAsync(ProviderStream.Kind, id, cancellation);

    public async Task<Outcome<ProviderState>> RegisterAsync(
        Id id, ProviderCommand.Register command, Envelope envelope, CancellationToken cancellation)
    {
        Reservation? number = null;
        var streamId = ProviderStream.StreamId(id);
        var loaded = await streams.LoadForChangeAsync(ProviderStream.Kind, id, cancellation);
        var outcome = await streams.CreateAsync(ProviderStream.Kind, id, command, envelope, cancellation, PrepareAsync,
            loaded);
        if (number is not null && outcome is not Outcome<ProviderState>.Done)
            await reservations.EndAsync(number, cancellation);
        return outcome;

        async Task<Prepared<ProviderCommand>> PrepareAsync(ProviderCommand accepted, CancellationToken token)
        {
            if (await reservations.TryReserveAsync(Number(command.Number), streamId, creates: true,
                token) is not Reserving.Ours ours)
                return new Prepared<ProviderCommand>.Refused(new Refusal(ProviderRefusals.NumberTaken, "number"));
            number = ours.Reservation;
            if (!command.Number.IsPersonal)
                return new Prepared<ProviderCommand>.Go(accepted);
            var kept = new PrivateEntry(
                new Dictionary<string, string> { [NumberEntry] = command.Number.Value }, "sole-trader-number",
                RetentionClass)
            {
                AwaitsEvent = true,
                Awaited = new AwaitedWord(streamId, ""),
            };
            return await privates.TryWriteAsync(streamId, NumberEntry, kept, token)
                ? new Prepared<ProviderCommand>.Go(accepted)
                : new Prepared<ProviderCommand>.KeyReused();
        }
    }

    /// <param name="loaded">The provider as the caller has read it with its keys.</param>
    public Task<Outcome<ProviderState>> ChangeAsync(
        Id id, ProviderCommand command, Envelope envelope, CancellationToken cancellation,
        Folded<ProviderState>? loaded = null) =>
        streams.ChangeAsync(ProviderStream.Kind, id, command, envelope, cancellation, loaded: loaded);

    /// <summary>The provider that has the number, or null.</summary>
    public async Task<Id?> FindAsync(OrganisationNumber number, CancellationToken cancellation)
    {
        var holder = await reservations.FindAsync(NumberScope, Reserved(number), cancellation);
        return holder is not null && Id.TryParse(holder[(ProviderStream.Kind.Name.Length + 1)..], out var id)
            ? id
            : null;
    }

    /// <summary>
    /// A sole trader's own number is not in the record: of two personnummer, whichever the stream was made for counts.
    /// </summary>
    private Reservable Number(OrganisationNumber number) =>
        new(NumberScope, Reserved(number), async (holder, cancellation) =>
            !Id.TryParse(holder[(ProviderStream.Kind.Name.Length + 1)..], out var id)
            || await LoadAsync(id, cancellation) is not { State: ProviderState.Registered provider } ? Holding.NoStream
            : provider.IsSoleTrader ? number.IsPersonal ? Holding.Held : Holding.NotHeld
            : provider.Number?.Value == number.Value ? Holding.Held : Holding.NotHeld);

    /// <summary>A personnummer is not written as the key of a row; its hash tells numbers apart as well.</summary>
    private static string Reserved(OrganisationNumber number) => number.IsPersonal
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{NumberScope}|{number.Value}")))
        : number.Value;
}
