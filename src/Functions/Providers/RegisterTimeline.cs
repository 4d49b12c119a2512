using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Providers.Operations;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>The history of providers and units in words: each operation tells the events it leads to.</summary>
public sealed class RegisterTimeline(
    IEnumerable<Operation<OpenProvider>> providers, IEnumerable<Operation<OpenAgreement>> agreements,
    IEnumerable<Operation<OpenUnit>> units)
{
    public IReadOnlyList<TimelineEntry> Of(
        IEnumerable<Recorded<ProviderEvent>> history, MunicipalitySettings settings) =>
        [.. history.Select(recorded => Entry(recorded, Tell(recorded.Event, settings)))];

    public IReadOnlyList<TimelineEntry> Of(IEnumerable<Recorded<UnitEvent>> history, MunicipalitySettings settings) =>
        [.. history.Select(recorded => Entry(recorded, Tell(recorded.Event, settings)))];

    private static TimelineEntry Entry<TEvent>(Recorded<TEvent> recorded, Told told) => new(
        recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), told.What, told.Facts, null);

    private Told Tell(ProviderEvent happened, MunicipalitySettings settings) =>
        providers.Cast<ProviderOperation>().Select(operation => operation.Tell(happened, settings))
            .Concat(agreements.Cast<AgreementOperation>().Select(operation => operation.Tell(happened, settings)))
            .FirstOrDefault(told => told is not null)
        ?? happened switch
        {
            ProviderEvent.Registered registered => new Told("Anordnaren registrerades", [("Namn", registered.Name)]),
            _ => throw new InvalidOperationException($"Nobody tells {happened.GetType().Name}."),
        };

    private Told Tell(UnitEvent happened, MunicipalitySettings settings) =>
        units.Cast<UnitOperation>().Select(operation => operation.Tell(happened, settings))
            .FirstOrDefault(told => told is not null)
        ?? happened switch
        {
            UnitEvent.Registered registered => new Told("Enheten registrerades", [("Namn", registered.Name)]),
            UnitEvent.AgreementFollowed followed => new Told(
                "Uppgifter om anordnaren och avtalet följde med", [("Anordnare", followed.Agreement.ProviderName)]),
            _ => throw new InvalidOperationException($"Nobody tells {happened.GetType().Name}."),
        };
}
