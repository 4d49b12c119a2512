using Oversight.Providers;

namespace Oversight.Functions.Providers.Api;

// Answers of the register's API. A sole trader's number is never among them.
public sealed record ProviderSummary(
    Id ProviderId, string Name, string? Number, bool IsSoleTrader, Ownership Ownership,
    IReadOnlyList<AgreementForm> Forms, IReadOnlyList<BoardId> Boards, bool HasAgreementInForce)
{
    public static ProviderSummary Of(ProviderRow row, DateOnly today) => new(
        row.ProviderId, row.Names.On(today), row.Number?.Hyphenated, row.Number is null, row.Owners.On(today),
        [.. row.Agreements.Select(agreement => agreement.Form).Distinct()],
        [.. row.Agreements.Select(agreement => agreement.Board).Distinct()],
        row.Agreements.Any(agreement => agreement.Terms.On(today).IsValidOn(today)));
}

public sealed record ProviderAnswer(
    Id ProviderId, int Version, string Name, string? Number, bool IsSoleTrader, Ownership Ownership,
    IReadOnlyList<Dated<string>> Names, IReadOnlyList<Dated<Ownership>> Owners, IReadOnlyList<Agreement> Agreements,
    IReadOnlyList<UnitSummary> Units)
{
    public static ProviderAnswer Of(
        Id id, int version, ProviderState.Registered provider, DateOnly today, IEnumerable<UnitRow> units) => new(
            id, version, provider.NameOn(today), provider.Number?.Hyphenated, provider.IsSoleTrader,
            provider.OwnerOn(today), provider.Names, provider.Owners, provider.Agreements,
            [.. units.Select(unit => UnitSummary.Of(unit, id))]);
}

public sealed record UnitSummary(
    Id UnitId, string Key, string Name, Id AgreementId, BoardId Board, bool IsRunByProvider)
{
    public static UnitSummary Of(UnitRow row, Id provider) => new(
        row.UnitId, row.Key, row.Names.Latest(), row.Placements.Latest().AgreementId, row.Placements.Latest().Board,
        row.IsRunBy(provider));
}

/// <param name="Managers">Oldest first; <c>name</c> is null when it has been erased.</param>
public sealed record UnitAnswer(
    Id UnitId, int Version, string Key, string Name, Id ProviderId, string ProviderName, Id AgreementId, BoardId Board,
    UnitDetails Details, Licence Licence, bool IsLicenceMissing, IReadOnlyList<CustomerCount> Counts,
    IReadOnlyList<ManagerAnswer> Managers, IReadOnlyList<Dated<string>> Names,
    IReadOnlyList<PlacementAnswer> Placements)
{
    public static UnitAnswer Of(
        Id id, int version, UnitState.Registered unit, DateOnly today, IReadOnlyDictionary<Id, string> names) => new(
            id, version, unit.Key, unit.NameOn(today), unit.Agreement.ProviderId, unit.Agreement.ProviderName,
            unit.Agreement.AgreementId, unit.Agreement.Board, unit.Details, unit.Licence, unit.Licence.IsMissing,
            unit.Counts, [
                .. unit.Managers.Select(manager => new ManagerAnswer(
                    manager.Key, names.GetValueOrDefault(manager.Key), manager.From, manager.NoticeOn,
                    manager.NoticeDue, manager.IsNoticeLate)),
            ],
            unit.Names,
            [
                .. unit.Placements.Select(placement => new PlacementAnswer(
                    placement.From, placement.Value.ProviderId, placement.Value.ProviderName,
                    placement.Value.AgreementId)),
            ]);
}

public sealed record ManagerAnswer(
    Id Key, string? Name, DateOnly From, DateOnly? NoticeOn, DateOnly? NoticeDue, bool IsNoticeLate);

public sealed record PlacementAnswer(DateOnly? From, Id ProviderId, string ProviderName, Id AgreementId);

/// <param name="Status">underway, done or stopped.</param>
public sealed record ImportAnswer(Id ImportId, string Status, int Rows, int Steps);
