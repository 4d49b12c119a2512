using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Providers;
using Oversight.Risk;

namespace Oversight.Functions.Providers;

/// <summary>
/// The unit stream: stored names of its events and the rows that lists, pickers and the risk analysis read.
/// </summary>
public static class UnitStream
{
    public static StreamKind<UnitState, UnitCommand, UnitEvent> Kind { get; } = new()
    {
        Name = "unit",
        Initial = UnitState.Initial,
        Decide = UnitDecider.Decide,
        Evolve = UnitDecider.Evolve,
        Events = new EventTypes<UnitEvent>()
            .Add<UnitEvent.Registered>("unit.registered.v1")
            .Add<UnitEvent.Renamed>("unit.renamed.v1")
            .Add<UnitEvent.DetailsChanged>("unit.details-changed.v1")
            .Add<UnitEvent.CustomersCounted>("unit.customers-counted.v1")
            .Add<UnitEvent.LicenceRecorded>("unit.licence-recorded.v1")
            .Add<UnitEvent.ManagerAppointed>("unit.manager-appointed.v1")
            .Add<UnitEvent.ManagerNoticeRecorded>("unit.manager-notice-recorded.v1")
            .Add<UnitEvent.ContactSet>("unit.contact-set.v1")
            .Add<UnitEvent.TakenOver>("unit.taken-over.v1")
            .Add<UnitEvent.AgreementFollowed>("unit.agreement-followed.v1"),
        ProjectionVersion = 4,
        Rows = [typeof(UnitRow), typeof(UnitIndexRow), typeof(UnitFact), typeof(FoundRow)],
        Project = Project,
        Effects =
        [
            Effect.OfState<UnitEvent>(UnitCodes.EffectName, happened => happened is UnitEvent.TakenOver),
            Effect.OfState<UnitEvent>(UnitArrival.EffectName,
                happened => happened is UnitEvent.Registered or UnitEvent.TakenOver),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    private static IEnumerable<ViewRow> Project(StreamHead head, UnitState state)
    {
        if (state is not UnitState.Registered unit)
            yield break;
        var agreement = unit.Agreement;
        foreach (var provider in unit.Placements.Select(placement => placement.Value.ProviderId).Distinct())
        {
            yield return new ViewRow(
                RegisterPartitions.OfProvider(provider), RegisterPartitions.UnitKey(head.Id), UnitRow.Of(head, unit));
        }

        yield return new ViewRow(RegisterPartitions.UnitIndex, head.Id.Value, new UnitIndexRow
        {
            UnitId = head.Id,
            ProviderId = agreement.ProviderId,
            AgreementId = agreement.AgreementId,
            Board = agreement.Board,
            Name = unit.Names.Latest(),
            ProviderName = agreement.ProviderName,
            Services = unit.Details.Services,
            AgreementArea = agreement.Area,
            ValidFrom = unit.RunsFrom,
            ValidTo = unit.RunsTo,
        });
        yield return new ViewRow(RegisterPartitions.Units(agreement.Board), head.Id.Value, Fact(head, unit));
        foreach (var found in RegisterFound.Of(head, unit))
            yield return found;
    }

    private static UnitFact Fact(StreamHead head, UnitState.Registered unit) => new()
    {
        UnitId = head.Id,
        ProviderId = unit.Agreement.ProviderId,
        AgreementId = unit.Agreement.AgreementId,
        Board = unit.Agreement.Board,
        Name = unit.Names.Latest(),
        ProviderName = unit.Agreement.ProviderName,
        AgreementArea = unit.Agreement.Area,
        Services = unit.Details.Services,
        Customers = unit.Count?.Customers,
        Children = unit.Count?.Children,
        ManagerChangeNotNotified = unit.Manager?.IsNoticeLate == true,
        ValidFrom = unit.RunsFrom,
        ValidTo = unit.RunsTo,
        Source = $"{head.StreamId}@{head.Version}",
    };
}
