using Oversight.Functions.Identity;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Assignments;

/// <summary>The list of uppgifter: its columns, and what it can be narrowed by.</summary>
public static class AssignmentColumns
{
    public static ListShape<AssignmentRow> Of(SignedInUser user, Municipality municipality) =>
        new(AssignmentFunctions.List, row => row.Board, Columns(municipality))
        {
            News = new(row => row.GivenAt, "En uppgift har kommit", "{0} uppgifter har kommit"),
            Filters =
            [
                ListFilter.OfStatus<AssignmentRow, Oversight.Assignments.AssignmentStatus>(
                    row => row.Status, AssignmentWords.Text),
                .. ListFilter.OfBoard<AssignmentRow>(
                    Access.Boards(user, Permission.ReadAssignments), municipality.BoardName, row => row.Board),
                ListFilter.OfName<AssignmentRow>("Enhet", row => row.Unit),
            ],
        };

    private static IReadOnlyList<ListColumn<AssignmentRow>> Columns(Municipality municipality) =>
    [
        new("enhet", "Uppgift om", row => row.Unit),
        new("lage", "Läge", row => AssignmentWords.Text(row.Status)),
        new("senast", "Senast", row => row.Until),
        new("namnd", "Nämnd", row => municipality.BoardName(row.Board)) { IsInFileOnly = true },
    ];
}
