using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

public sealed class DocumentApi(DocumentList list, DocumentLinks links, DocumentSubject subject)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 200;

    [Function("DocumentApi_List")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/documents")] HttpRequest request,
        CancellationToken cancellation)
    {
        var user = request.User();
        string? Query(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
        var boards = Access.Boards(user, Permission.ReadDocuments);
        if (Query("board") is { } board)
        {
            if (!user.KnownBoards.Contains(new BoardId(board)))
                return Problems.BadRequest(DocumentRefusals.BoardUnknown, "board");
            if (!boards.Contains(new BoardId(board)))
                return Problems.Forbidden();
            boards = [new BoardId(board)];
        }

        if (!DocumentStatusWords.TryParse(Query("status"), out var status))
            return Problems.BadRequest(DocumentRefusals.StatusUnknown, "status", DocumentStatusWords.All);
        var size = int.TryParse(Query("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, LargestSize)
            : DefaultSize;
        var filter = new DocumentFilter(Query("type") is { } type ? new CodeId(type) : null, status);
        try
        {
            var page = await list.ReadPageAsync(user, boards, filter, size, Query("page"), cancellation);
            return ApiResult.List(page.Items, page.NextPage);
        }
        catch (FormatException)
        {
            return Problems.BadRequest(DocumentRefusals.PageUnknown, "page");
        }
    }

    [Function("DocumentApi_Read")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/documents/{id:length(27)}")]
        HttpRequest request,
        string id, CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenDocument>.Opened { Subject: var open } => ApiResult.Json(
                DocumentAnswer.From(open.Head, open.Seen!), open.Head.Version),
            Opening<OpenDocument>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };

    [Function("DocumentApi_Link")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Link(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/v1/documents/{id:length(27)}/link")]
        HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var answer = await links.AskAsync(
            request.User(), id, request.Query["format"], request.Query["version"], cancellation);
        return answer switch
        {
            LinkAnswer.Given given => ApiResult.Json(given.Link),
            LinkAnswer.Forbidden => Problems.Forbidden(),
            LinkAnswer.Refused refused => Problems.From(StatusCodes.Status400BadRequest, refused.Reason),
            _ => Problems.NotFound(),
        };
    }
}

/// <summary>
/// A document as the API gives it: what is known about it and its versions, never the content itself.
/// </summary>
public sealed record DocumentAnswer(
    Id Id, string Reference, BoardId Board, CodeId Type, string TypeText, DocumentStatus Status,
    string? RegistrationNumber,
    ConfidentialityMark? Confidentiality, IReadOnlyList<DocumentVersionAnswer> Versions)
{
    public static DocumentAnswer From(StreamHead head, DocumentState.Kept kept) => new(
        head.Id, head.Id.Reference('D'), kept.Board, kept.Type, kept.TypeText, kept.Status, kept.RegistrationNumber,
        kept.Confidentiality,
        [.. kept.Versions.Select(DocumentVersionAnswer.From)]);
}

public sealed record DocumentVersionAnswer(
    int Number, string Title, DateOnly Date, bool IsDraft, Role MadeBy, IReadOnlyList<DocumentFileAnswer> Files)
{
    public static DocumentVersionAnswer From(DocumentVersion version) => new(
        version.Number, version.Title, version.Date, version.IsDraft, version.MadeBy,
        [.. DocumentLinks.Formats.Select(version.File).Select(
            file => new DocumentFileAnswer(file.Format, file.Length, file.Sha256))]);
}

public sealed record DocumentFileAnswer(FileFormat Format, long Length, string Sha256);
