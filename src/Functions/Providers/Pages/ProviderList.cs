using Oversight.Functions.Web.Lists;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers.Pages;

/// <summary>The list of providers, narrowed and sorted.</summary>
public static class ProviderList
{
    public static IReadOnlyList<ProviderLine> Of(
        IReadOnlyList<ProviderRow> providers, IReadOnlyList<UnitIndexRow> units, ProviderFilter filter, DateOnly today,
        MunicipalitySettings settings)
    {
        var counts = units.CountBy(unit => unit.ProviderId).ToDictionary(pair => pair.Key, pair => pair.Value);
        return providers.Where(row => filter.Takes(row))
            .Select(row => ProviderLine.Of(row, counts.GetValueOrDefault(row.ProviderId), today))
            .Sorted(ProviderColumns.Of(settings), filter.Sort);
    }
}

/// <summary>The columns of the list of providers.</summary>
public static class ProviderColumns
{
    public static IReadOnlyList<string> Names { get; } =
        ["anordnare", "nummer", "agarform", "avtalsformer", "avtal", "enheter", "lage"];

    public static IReadOnlyList<ListColumn<ProviderLine>> Of(MunicipalitySettings settings) =>
    [
        new("anordnare", "Namn", line => line.Name),
        new("nummer", "Organisationsnummer", line => line.Number),
        new("agarform", "Ägarform", line => line.Ownership.Text()),
        new("avtalsformer", "Avtalsformer", line => line.FormsText(settings)),
        new("avtal", "Gällande avtal", line => line.Agreements),
        new("enheter", "Enheter", line => line.Units),
        new("lage", "Läge", line => line.StatusText),
    ];
}

public sealed record ProviderLine(
    Id ProviderId, string Name, string Number, Ownership Ownership, IReadOnlyList<AgreementForm> Forms, int Agreements,
    int Units, bool IsActive)
{
    public string StatusText => IsActive ? "Aktiv" : "Utan gällande avtal";

    public string FormsText(MunicipalitySettings settings) =>
        string.Join(", ", Forms.Select(form => settings.FormText(form)));

    public static ProviderLine Of(ProviderRow row, int units, DateOnly today)
    {
        var inForce = row.Agreements.Where(agreement => agreement.Terms.On(today).IsValidOn(today)).ToList();
        return new ProviderLine(
            row.ProviderId, row.Names.On(today), row.Provider.Number(), row.Owners.On(today),
            [.. row.Agreements.Select(agreement => agreement.Form).Distinct()], inForce.Count, units,
            inForce.Count > 0);
    }
}
