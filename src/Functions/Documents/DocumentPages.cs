using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

public sealed class DocumentPages(
    DocumentList list, DocumentLinks links, DocumentSubject subject, OperationEdge<OpenDocument> edge, Streams streams,
    RefusalCatalogue refusals)
{
    [Function("DocumentPages_List")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument")] HttpRequest request,
        CancellationToken cancellation)
    {
        var boards = Access.Boards(request.User(), Permission.ReadDocuments);
        var all = await list.ReadAllAsync(request.User(), boards, new DocumentFilter(null, null), cancellation);
        var chosen = DocumentChoice.Read(request.Query, boards);
        return Pages.Show<DocumentListPage>(new { Documents = all, Boards = boards, Chosen = chosen });
    }

    [Function("DocumentPages_Read")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument/{id:length(27)}")]
        HttpRequest request,
        string id, CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenDocument>.Opened { Subject: var open } => await ShowAsync(open, cancellation),
            Opening<OpenDocument>.Missing => Pages.NotFound(),
            _ => Pages.Forbidden(),
        };

    [Function("DocumentPages_Fetch")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Fetch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dokument/{id:length(27)}/hamta")]
        HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var answer = await links.AskAsync(
            request.User(), id, request.Query["format"], request.Query["version"], cancellation);
        return answer switch
        {
            LinkAnswer.Given given => Pages.SeeOther(given.Link.Url.AbsoluteUri),
            LinkAnswer.Forbidden => Pages.Forbidden(),
            LinkAnswer.Refused refused =>
                Pages.Message(StatusCodes.Status400BadRequest, "Filen finns inte", refusals.Text(refused.Reason)),
            _ => Pages.NotFound(),
        };
    }

    private async Task<IResult> ShowAsync(OpenDocument open, CancellationToken cancellation)
    {
        var seen = open.Seen!;
        var forms = new List<OperationForm>();
        foreach (var offered in subject.Offered(open))
            forms.Add(await edge.EmbedAsync(offered, open, cancellation));
        return Pages.Show<DocumentPage>(new
        {
            open.Head,
            Document = seen,
            Readable = seen.Versions.Where(version => open.Reader.Reads(seen, version))
                .Select(version => version.Number).ToHashSet(),
            History = await streams.HistoryAsync(DocumentStream.Kind, open.Head.Id, cancellation),
            Forms = forms,
            subject.Operations,
            Example = open.InForce.Settings.DocumentHead(seen.Board).DiaryNumberExample,
        });
    }
}

/// <summary>What the reader of the list has chosen to see.</summary>
public sealed record DocumentChoice(BoardId? Board, DocumentFilter Filter)
{
    public static DocumentChoice Read(IQueryCollection query, IReadOnlyList<BoardId> boards)
    {
        var board = boards.Cast<BoardId?>().FirstOrDefault(
            candidate => candidate!.Value.Value == query["board"].ToString());
        var type = query["type"].ToString();
        var status = DocumentStatusWords.TryParse(query["status"].ToString(), out var known) ? known : null;
        return new DocumentChoice(board, new DocumentFilter(type.Length > 0 ? new CodeId(type) : null, status));
    }
}
