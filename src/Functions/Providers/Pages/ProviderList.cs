using Oversight.Providers;

namespace Oversight.Functions.Providers.Pages;

/// <summary>One page of the list of providers.</summary>
public sealed record ProviderList(IReadOnlyList<ProviderLine> Lines, int Total, bool HasMore)
{
    private const int PageSize = 100;

    public static ProviderList Of(
        IReadOnlyList<ProviderRow> providers, IReadOnlyList<UnitIndexRow> units, ProviderFilter filter, DateOnly today)
    {
        var counts = units.CountBy(unit => unit.ProviderId).ToDictionary(pair => pair.Key, pair => pair.Value);
        var found = providers.Where(row => filter.Takes(row))
            .Select(row => ProviderLine.Of(row, counts.GetValueOrDefault(row.ProviderId), today)).ToList();
        return new ProviderList(
            [.. found.Skip((filter.Page - 1) * PageSize).Take(PageSize)], found.Count,
            found.Count > filter.Page * PageSize);
    }

}

public sealed record ProviderLine(
    Id ProviderId, string Name, string Number, Ownership Ownership, IReadOnlyList<AgreementForm> Forms, int Agreements,
    int Units, bool IsActive)
{
    public static ProviderLine Of(ProviderRow row, int units, DateOnly today)
    {
        var inForce = row.Agreements.Where(agreement => agreement.Terms.On(today).IsValidOn(today)).ToList();
        return new ProviderLine(
            row.ProviderId, row.Names.On(today), row.Provider.Number(), row.Owners.On(today),
            [.. row.Agreements.Select(agreement => agreement.Form).Distinct()], inForce.Count, units,
            inForce.Count > 0);
    }
}
