using Microsoft.AspNetCore.Http;
using Oversight.Functions.Web.Lists;
using Oversight.Settings;

namespace Oversight.Functions.Providers;

/// <summary>What the list of units is narrowed to and sorted by; empty texts narrow nothing.</summary>
/// <param name="Name">Part of the unit's or the provider's name.</param>
public sealed record UnitListQuery(string Name, string Board, string Area, ListSort Sort)
{
    public const string Address = "/enheter";

    public string Href => ListAddress.Of(
        Address, ("namn", Name), ("namnd", Board), ("omrade", Area), (ListSort.Key, Sort.Text));

    public static UnitListQuery Read(IQueryCollection asked) => new(
        TypedText.Line(asked["namn"]), asked["namnd"].ToString(), asked["omrade"].ToString(),
        ListSort.Read(asked[ListSort.Key], UnitColumns.Names));

    public bool Takes(UnitIndexRow unit) =>
        (Name.Length == 0 || TypedText.Holds($"{unit.Name} {unit.ProviderName}", Name))
        && (Board.Length == 0 || unit.Board.Value == Board)
        && (Area.Length == 0 || unit.AgreementArea.Value == Area);
}

/// <summary>The columns of the list of units.</summary>
public static class UnitColumns
{
    public static IReadOnlyList<string> Names { get; } =
        ["enhet", "anordnare", "namnd", "omrade", "insatser", "fran", "till"];

    public static IReadOnlyList<ListColumn<UnitIndexRow>> Of(MunicipalitySettings settings) =>
    [
        new("enhet", "Enhet", unit => unit.Name),
        new("anordnare", "Anordnare", unit => unit.ProviderName),
        new("namnd", "Nämnd", unit => settings.Board(unit.Board)?.Name ?? unit.Board.Value),
        new("omrade", "Avtalsområde", unit => settings.Codes(CodeLists.AgreementAreas).Text(unit.AgreementArea)),
        new("insatser", "Insatser", unit => Services(unit, settings)),
        new("fran", "Från och med", unit => unit.ValidFrom),
        new("till", "Till och med", unit => unit.ValidTo),
    ];

    public static string Services(UnitIndexRow unit, MunicipalitySettings settings) =>
        string.Join(", ", unit.Services.Select(service => settings.Codes(CodeLists.Services).Text(service)));
}
