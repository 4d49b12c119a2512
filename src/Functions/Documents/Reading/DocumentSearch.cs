using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

/// <summary>Documents by diarienummer and reference, as their list shows them to the person.</summary>
internal sealed class DocumentSearch : ISearchSource
{
    private const char ReferenceKind = 'D';

    public static IEnumerable<ViewRow> RowsOf(StreamHead head, DocumentState.Kept kept)
    {
        var reference = head.Id.Reference(ReferenceKind);
        return FoundIndex.RowsOf(ListOf(kept.Board), new FoundRow
        {
            Id = head.Id,
            PageId = head.Id,
            // Its own title may belong to a version that the person does not read.
            Title = kept.TypeText,
            Detail = kept.RegistrationNumber is { } number ? $"{reference} · dnr {number}" : reference,
            Board = kept.Board,
            Names = [],
            FormerNames = [],
            Numbers = kept.RegistrationNumber is { } registered ? [reference, registered] : [reference],
            Matters = kept.About,
            Contents = [.. kept.Versions.Select(version => version.Content).Distinct()],
        });
    }

    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation)
    {
        var reader = new DocumentReader(asked.User, asked.Closed);
        var lists = await Task.WhenAll(Access.Boards(asked.User, Permission.ReadDocuments).Select(
            board => asked.ReadAsync(ListOf(board), cancellation, ReferenceKind)));
        return
        [
            .. lists.SelectMany(rows => rows)
                .Where(row => row.Contents!.Any(
                    content => reader.GradeOf(content, row.Board!.Value, row.Matters) != Grade.Nothing))
                .Select(row => Found.Of(FoundKind.Document, row, $"/dokument/{row.Id}", asked.Query)),
        ];
    }

    private static string ListOf(BoardId board) => $"found-documents|{board}";
}
