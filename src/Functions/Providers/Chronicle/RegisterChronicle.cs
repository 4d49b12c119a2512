using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers.Chronicle;

/// <summary>The register's own part of a history: names, owners, agreements, managers, licences.</summary>
public static class RegisterChronicle
{
    private const string Kind = "Register";

    public static IEnumerable<ChronicleEntry> Of(ProviderState.Registered provider) =>
    [
        .. Changes(provider.Names).Select(change => new ChronicleEntry(
            change.On, Kind, $"Anordnaren bytte namn från {change.Before} till {change.After}", null)),
        .. Changes(provider.Owners).Select(change => new ChronicleEntry(
            change.On, Kind, "Ägarformen ändrades", null, $"Från {change.Before.Text()} till {change.After.Text()}.")),
        .. provider.Agreements.SelectMany(Of),
    ];

    /// <param name="today">What lies ahead has not happened.</param>
    public static IEnumerable<ChronicleEntry> Of(UnitState.Registered unit, DateOnly today)
    {
        var name = unit.NameOn(today);
        IEnumerable<ChronicleEntry> all =
        [
            new(unit.RunsFrom, Kind, "Enheten började drivas", name, unit.Placements[0].Value.ProviderName),
            .. Changes(unit.Names).Select(change => new ChronicleEntry(
                change.On, Kind, $"Enheten bytte namn från {change.Before} till {change.After}", name)),
            .. Changes(unit.Placements).Where(change => change.Before.ProviderId != change.After.ProviderId)
                .Select(change => new ChronicleEntry(
                    change.On, Kind, $"{change.After.ProviderName} tog över enheten", name,
                    $"Tidigare utförare: {change.Before.ProviderName}.")),
            .. unit.Managers.Skip(1).SelectMany(manager => Of(manager, name)),
            .. unit.Licence is { GrantedOn: { } granted, Number: var number }
                ? new[] { new ChronicleEntry(granted, Kind, "Tillstånd från IVO", name, number) }
                : [],
            .. unit.RunsTo is { } last ? new[] { new ChronicleEntry(last, Kind, "Enheten upphörde", name) } : [],
        ];
        return all.Where(entry => entry.On <= today);
    }

    private static IEnumerable<(DateOnly On, T Before, T After)> Changes<T>(IReadOnlyList<Dated<T>> history) =>
        history.Zip(history.Skip(1), (before, after) => (after.From!.Value, before.Value, after.Value));

    private static IEnumerable<ChronicleEntry> Of(Agreement agreement)
    {
        yield return new ChronicleEntry(
            agreement.Terms.ValidFrom, Kind, $"Avtal {agreement.Key} började gälla", null);
        if (agreement.Terms.ValidTo is { } last)
            yield return new ChronicleEntry(last, Kind, $"Avtal {agreement.Key} upphörde", null);
    }

    /// <summary>A change of manager stands on its own day, and on the day that we were told of it.</summary>
    private static IEnumerable<ChronicleEntry> Of(ManagerTerm manager, string unit)
    {
        yield return new ChronicleEntry(
            manager.From, Kind, "Ny ansvarig för den dagliga ledningen", unit,
            manager.NoticeOn is null ? "Bytet är inte anmält." : null);
        if (manager.NoticeOn is { } notice)
        {
            yield return new ChronicleEntry(
                notice, Kind, "Byte av ansvarig anmäldes", unit,
                manager.IsNoticeLate
                    ? $"För sent: sista dag var {SwedishDates.Text(manager.NoticeDue!.Value)}."
                    : null);
        }
    }
}
