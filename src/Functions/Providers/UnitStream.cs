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
        ProjectionVersion = 3,
        Rows = [typeof(UnitRow), typeof(UnitIndexRow), typeof(UnitFact)],
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

        yield return new ViewRow(RegisterPartitions.UnitIndex, head.Id.Value, new UnitIndexRow(
            head.Id, agreement.ProviderId, agreement.AgreementId, agreement.Board, unit.Names.Latest(),
            agreement.ProviderName, unit.Details.Services, agreement.Area, unit.RunsFrom, unit.RunsTo));
        yield return new ViewRow(RegisterPartitions.Units(agreement.Board), head.Id.Value, Fact(head, unit));
    }

    private static UnitFact Fact(StreamHead head, UnitState.Registered unit) => new(
        head.Id, unit.Agreement.ProviderId, unit.Agreement.AgreementId, unit.Agreement.Board, unit.Names.Latest(),
        unit.Agreement.ProviderName, unit.Agreement.Area, unit.Details.Services, unit.Count?.Customers,
        unit.Count?.Children, unit.Manager?.IsNoticeLate == true, unit.RunsFrom, unit.RunsTo,
        $"{head.StreamId}@{head.Version}");
}
