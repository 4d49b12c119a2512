using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Lists;
using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions;

/// <summary>The list of sanctions: its columns, and what it can be narrowed by.</summary>
public static class SanctionColumns
{
    public static ListShape<SanctionRow> Of(SignedInUser user, Municipality municipality) =>
        new(SanctionFunctions.List, row => row.Unit.Board, Columns(municipality))
        {
            Filters =
            [
                ListFilter.OfStatus<SanctionRow, SanctionStatus>(row => row.Status, SanctionWords.Text),
                .. ListFilter.OfBoard<SanctionRow>(
                    Access.Boards(user, Permission.ReadSanctions), municipality.BoardName, row => row.Unit.Board),
                ListFilter.OfName<SanctionRow>(
                    "Enhet eller anordnare", row => $"{row.Unit.Name} {row.Unit.ProviderName}"),
            ],
        };

    public static string State(SanctionRow row) =>
        row.Ending is { } ending ? SanctionWords.Text(ending) : SanctionWords.Text(row.Status);

    public static string Decision(SanctionRow row) => row.Meeting is { } meeting
        ? $"Sammanträde {SwedishDates.Text(meeting)}"
        : row.Decisions.Count == 0
            ? "–"
            : $"{SanctionWords.Text(row.Decisions[^1].Outcome)} {SwedishDates.Text(row.Decisions[^1].On)}";

    public static string Waits(SanctionRow row) =>
        row.Waits.Count == 0 ? "–" : string.Join(". ", row.Waits.Select(SanctionWords.Wait));

    private static IReadOnlyList<ListColumn<SanctionRow>> Columns(Municipality municipality) =>
    [
        new("sanktion", "Sanktion", row => SanctionWords.Title(row.Text, row.Unit.Name)),
        new("enhet", "Enhet", row => row.Unit.Name) { IsInFileOnly = true },
        new("anordnare", "Anordnare", row => row.Unit.ProviderName) { IsInFileOnly = true },
        new("referens", "Referens", row => row.Reference) { IsInFileOnly = true },
        new("namnd", "Nämnd", row => municipality.BoardName(row.Unit.Board)) { IsInFileOnly = true },
        new("lage", "Läge", row => $"{State(row)}{(row.IsStayed ? ", inhiberad" : "")}"),
        new("beslut", "Beslut", row => row.Meeting is null && row.Decisions.Count == 0 ? null : Decision(row))
        {
            Order = row => row.Meeting ?? (row.Decisions is [.., var last] ? last.On : (DateOnly?)null),
        },
        new("sistadag", "Sista dag", row => row.FinalDate),
        new("vantar", "Väntar på", row => row.Waits.Count == 0 ? null : Waits(row))
        {
            Order = row => row.Waits.Count == 0 ? null : row.Waits.Min(wait => wait.Until ?? DateOnly.MaxValue),
        },
    ];
}
