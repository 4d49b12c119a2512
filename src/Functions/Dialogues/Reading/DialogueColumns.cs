using Oversight.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Dialogues;

/// <summary>The list of series of kvalitetsdialoger: its columns, and what it can be narrowed by.</summary>
public static class DialogueColumns
{
    public static ListShape<DialogueRow> Of(SignedInUser user, Municipality municipality, DateOnly today) =>
        new(DialogueFunctions.List, row => row.Board, Columns(municipality, today))
        {
            Filters =
            [
                ListFilter.OfStatus<DialogueRow, DialogueStatus>(
                    row => row.Status, status => DialogueWords.Status(status).Text),
                .. ListFilter.OfBoard<DialogueRow>(
                    Access.Boards(user, Permission.ReadDialogues), municipality.BoardName, row => row.Board),
                ListFilter.OfName<DialogueRow>("Dialogserie", row => row.Name),
            ],
        };

    public static int Late(DialogueRow row, DateOnly today) => row.OpenAreas.Count(area => area.Until < today);

    private static IReadOnlyList<ListColumn<DialogueRow>> Columns(Municipality municipality, DateOnly today) =>
    [
        new("serie", "Dialogserie", row => row.Name),
        new("lage", "Läge", row => DialogueWords.Status(row.Status).Text),
        new("namnd", "Nämnd", row => municipality.BoardName(row.Board)),
        new("enheter", "Enheter", row => row.Units.Count) { IsNumber = true },
        new("omraden", "Öppna utvecklingsområden", row => row.OpenAreas.Count),
        new("sena", "Försenade utvecklingsområden", row => Late(row, today)) { IsInFileOnly = true },
    ];
}
