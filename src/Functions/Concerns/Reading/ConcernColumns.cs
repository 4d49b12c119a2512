using Oversight.Functions.Web.Lists;
using Oversight.Settings;

namespace Oversight.Functions.Concerns;

/// <summary>The columns of a list of concerns: what it is sorted by, and what a workbook of it holds.</summary>
public static class ConcernColumns
{
    public const string Reference = "referens";
    public const string Status = "lage";
    public const string Place = "galler";
    public const string Service = "insats";
    public const string Consequence = "konsekvens";
    public const string Received = "komin";
    public const string Severity = "allvarlighet";

    public static IReadOnlyList<string> Names { get; } =
        [Reference, Status, Place, Service, Consequence, Received, Severity];

    public static IReadOnlyList<ListColumn<ConcernRow>> Of(MunicipalitySettings settings) =>
    [
        new(Reference, "Referens", row => row.Reference),
        new(Status, "Läge", row => ConcernWords.Status(row.Status)),
        new(Place, "Gäller", ConcernWords.Place),
        new(Service, "Insats", row => settings.Codes(CodeLists.Services).Text(row.Service)),
        new(Consequence, "Konsekvens", row => settings.Codes(CodeLists.ConcernConsequences).Text(row.Consequence)),
        new(Received, "Kom in", row => row.ReceivedOn),
        new(Severity, "Allvarlighet", row => row.Severity),
    ];
}
