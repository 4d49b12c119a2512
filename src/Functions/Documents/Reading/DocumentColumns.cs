using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Documents;

/// <summary>The list of documents: its columns, and what it can be narrowed by.</summary>
public static class DocumentColumns
{
    public const string Address = "/dokument";

    /// <param name="all">What the person may know of: its types can be chosen.</param>
    public static ListShape<ListedDocument> Of(
        IReadOnlyList<ListedDocument> all, IReadOnlyList<BoardId> boards, Municipality municipality) =>
        new(Address, row => row.Board, Columns(municipality))
        {
            News = new(row => row.CreatedAt, "Ett dokument har kommit till", "{0} dokument har kommit till"),
            Filters =
            [
                .. ListFilter.OfBoard<ListedDocument>(boards, municipality.BoardName, row => row.Board, "board"),
                ListFilter.OfChoice<ListedDocument>(
                    "type", "Dokumenttyp",
                    [
                        .. all.DistinctBy(row => row.Type).OrderBy(row => row.TypeText, SwedishOrder.Comparer)
                            .Select(row => new Choice(row.Type.Value, row.TypeText)),
                    ],
                    row => row.Type.Value),
                ListFilter.OfChoice<ListedDocument>(
                    ListFilter.StatusKey, "Status",
                    [
                        .. Enum.GetValues<DocumentStatus>()
                            .Select(status => new Choice(DocumentStatusWords.Word(status), status.Text())),
                    ],
                    row => DocumentStatusWords.Word(row.Status)),
            ],
        };

    private static IReadOnlyList<ListColumn<ListedDocument>> Columns(Municipality municipality) =>
    [
        new("dokument", "Dokument", row => row.Title),
        new("diarienummer", "Diarienummer", row => row.RegistrationNumber),
        new("namnd", "Nämnd", row => municipality.BoardName(row.Board)),
        new("datum", "Datum", row => row.Date),
        new("version", "Version", row => row.Version),
        new("status", "Status", row => row.IsDraft
            ? $"{row.Status.Text()}, {DocumentWords.Draft.ToLowerInvariant()}"
            : row.Status.Text()),
        new("sekretess", "Sekretess", row => row.Confidentiality is null ? null : "Ja") { IsInFileOnly = true },
    ];
}
