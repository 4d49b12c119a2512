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

public sealed record ProviderAnswer
{
    public required Id ProviderId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string? Number { get; init; }

    public required bool IsSoleTrader { get; init; }

    public required Ownership Ownership { get; init; }

    public required IReadOnlyList<Dated<string>> Names { get; init; }

    public required IReadOnlyList<Dated<Ownership>> Owners { get; init; }

    public required IReadOnlyList<Agreement> Agreements { get; init; }

    public required IReadOnlyList<UnitSummary> Units { get; init; }

    public static ProviderAnswer Of(
        Id id, int version, ProviderState.Registered provider, DateOnly today, IEnumerable<UnitRow> units) => new()
        {
            ProviderId = id,
            Version = version,
            Name = provider.NameOn(today),
            Number = provider.Number?.Hyphenated,
            IsSoleTrader = provider.IsSoleTrader,
            Ownership = provider.OwnerOn(today),
            Names = provider.Names,
            Owners = provider.Owners,
            Agreements = provider.Agreements,
            Units = [.. units.Select(unit => UnitSummary.Of(unit, id))],
        };
}

public sealed record UnitSummary(
    Id UnitId, string Key, string Name, Id AgreementId, BoardId Board, bool IsRunByProvider)
{
    public static UnitSummary Of(UnitRow row, Id provider) => new(
        row.UnitId, row.Key, row.Names.Latest(), row.Placements.Latest().AgreementId, row.Placements.Latest().Board,
        row.IsRunBy(provider));
}

public sealed record UnitAnswer
{
    public required Id UnitId { get; init; }

    public required int Version { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required Id ProviderId { get; init; }

    public required string ProviderName { get; init; }

    public required Id AgreementId { get; init; }

    public required BoardId Board { get; init; }

    public required UnitDetails Details { get; init; }

    public required Licence Licence { get; init; }

    public required bool IsLicenceMissing { get; init; }

    public required IReadOnlyList<CustomerCount> Counts { get; init; }

    /// <summary>Oldest first; <c>name</c> is null when it has been erased.</summary>
    public required IReadOnlyList<ManagerAnswer> Managers { get; init; }

    public required IReadOnlyList<Dated<string>> Names { get; init; }

    public required IReadOnlyList<PlacementAnswer> Placements { get; init; }

    public static UnitAnswer Of(
        Id id, int version, UnitState.Registered unit, DateOnly today, IReadOnlyDictionary<Id, string> names) => new()
        {
            UnitId = id,
            Version = version,
            Key = unit.Key,
            Name = unit.NameOn(today),
            ProviderId = unit.Agreement.ProviderId,
            ProviderName = unit.Agreement.ProviderName,
            AgreementId = unit.Agreement.AgreementId,
            Board = unit.Agreement.Board,
            Details = unit.Details,
            Licence = unit.Licence,
            IsLicenceMissing = unit.Licence.IsMissing,
            Counts = unit.Counts,
            Managers = [
                .. unit.Managers.Select(manager => new ManagerAnswer(
                    manager.Key, names.GetValueOrDefault(manager.Key), manager.From, manager.NoticeOn,
                    manager.NoticeDue, manager.IsNoticeLate)),
            ],
            Names = unit.Names,
            Placements = [
                .. unit.Placements.Select(placement => new PlacementAnswer(
                    placement.From, placement.Value.ProviderId, placement.Value.ProviderName,
                    placement.Value.AgreementId)),
            ],
        };
}

public sealed record ManagerAnswer(
    Id Key, string? Name, DateOnly From, DateOnly? NoticeOn, DateOnly? NoticeDue, bool IsNoticeLate);

public sealed record PlacementAnswer(DateOnly? From, Id ProviderId, string ProviderName, Id AgreementId);

/// <param name="Status">underway, done or stopped.</param>
public sealed record ImportAnswer(Id ImportId, string Status, int Rows, int Steps);
