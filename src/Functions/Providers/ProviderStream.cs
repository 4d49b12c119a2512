using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>The provider stream: stored names of its events and the rows that lists read.</summary>
public static class ProviderStream
{
    public static StreamKind<ProviderState, ProviderCommand, ProviderEvent> Kind { get; } = new()
    {
        Name = "provider",
        Initial = ProviderState.Initial,
        Decide = ProviderDecider.Decide,
        Evolve = ProviderDecider.Evolve,
        Events = new EventTypes<ProviderEvent>()
            .Add<ProviderEvent.Registered>("provider.registered.v1")
            .Add<ProviderEvent.Renamed>("provider.renamed.v1")
            .Add<ProviderEvent.OwnershipChanged>("provider.ownership-changed.v1")
            .Add<ProviderEvent.AgreementSigned>("provider.agreement-signed.v1")
            .Add<ProviderEvent.AgreementChanged>("provider.agreement-changed.v1"),
        ProjectionVersion = 4,
        Rows = [typeof(ProviderRow), typeof(FoundRow)],
        Project = Project,
        Effects =
        [
            Effect.OfState<ProviderEvent>(
                UnitFollower.EffectName,
                happened => happened is ProviderEvent.Renamed or ProviderEvent.OwnershipChanged
                    or ProviderEvent.AgreementChanged),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    private static IEnumerable<ViewRow> Project(StreamHead head, ProviderState state)
    {
        if (state is not ProviderState.Registered provider)
            yield break;
        var row = ProviderRow.Of(head, provider);
        yield return new ViewRow(RegisterPartitions.Providers, $"{SwedishOrder.Key(provider.Names.Latest())}|{head.Id}",
            row);
        yield return new ViewRow(RegisterPartitions.OfProvider(head.Id), RegisterPartitions.ProviderKey, row);
        foreach (var found in RegisterFound.Of(head, provider))
            yield return found;
    }
}
