using Oversight.Functions.Identity;
using Oversight.Functions.Search;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;
using Oversight.Providers;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>
/// By what units, providers and agreements are found. A sole trader's number is a personnummer and is not among it.
/// </summary>
public static class RegisterFound
{
    public const string Units = "found-units";
    public const string Providers = "found-providers";
    public const string Agreements = "found-agreements";

    public static IEnumerable<ViewRow> Of(StreamHead head, UnitState.Registered unit) =>
        FoundIndex.RowsOf(Units, new FoundRow
        {
            Id = head.Id,
            PageId = head.Id,
            Title = unit.Names.Latest(),
            Detail = unit.Agreement.ProviderName,
            Board = unit.Agreement.Board,
            Names = [unit.Names.Latest(), unit.Agreement.ProviderName],
            FormerNames = Former(unit.Names),
            Numbers = [unit.Key],
            Matters = [],
            Contents = null,
        });

    public static IEnumerable<ViewRow> Of(StreamHead head, ProviderState.Registered provider)
    {
        var name = provider.Names.Latest();
        var number = provider.Number is { IsPersonal: false } known ? known.Hyphenated : null;
        return FoundIndex.RowsOf(Providers, new FoundRow
        {
            Id = head.Id,
            PageId = head.Id,
            Title = name,
            Detail = number,
            Board = null,
            Names = [name],
            FormerNames = Former(provider.Names),
            Numbers = number is null ? [] : [number],
            Matters = [],
            Contents = null,
        }).Concat(provider.Agreements.SelectMany(agreement => FoundIndex.RowsOf(Agreements, new FoundRow
        {
            Id = agreement.Id,
            PageId = head.Id,
            Title = agreement.Key,
            Detail = name,
            Board = agreement.Board,
            Names = [],
            FormerNames = [],
            Numbers =
            [
                agreement.Key,
                .. agreement.History.Select(terms => terms.Value.DiaryNumber).OfType<string>().Distinct(),
            ],
            Matters = [],
            Contents = null,
        })));
    }

    private static IReadOnlyList<string> Former(IReadOnlyList<Dated<string>> names) =>
        [.. names.Select(name => name.Value).Distinct().Where(name => name != names.Latest())];
}

/// <summary>What the register has: the same for everybody who reads it.</summary>
internal sealed class RegisterSearch(SettingsProvider settings) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        if (!Access.Allows(asked.User, Permission.ReadRegister))
            return [];
        var units = asked.ReadAsync(RegisterFound.Units, cancellation);
        var providers = asked.ReadAsync(RegisterFound.Providers, cancellation);
        var agreements = asked.ReadAsync(RegisterFound.Agreements, cancellation);
        var known = (await settings.GetAsync(cancellation)).Settings;
        return
        [
            .. (await units).Select(row => Found.Of(FoundKind.Unit, row, $"/enheter/{row.Id}", asked.Query)),
            .. (await providers).Select(row =>
                Found.Of(FoundKind.Provider, row, $"{ProviderFilter.Address}/{row.Id}", asked.Query)),
            .. (await agreements).Select(row =>
                Found.Of(FoundKind.Agreement, row, $"{ProviderFilter.Address}/{row.PageId}#avtal", asked.Query)),
            .. known.Codes(CodeLists.AgreementAreas).Codes.Where(area => asked.Query.Finds([area.Text])).Select(area =>
                new Found(FoundKind.Area, area.Text, ListAddress.Of(
                    UnitListQuery.Address, ("omrade", area.Id.Value)), "Enheterna i området")),
        ];
    }
}
