using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Documents;

public sealed class DocumentPages(
    DocumentList list, DocumentLinks links, DocumentSubject subject, OperationEdge<OpenDocument> edge, Streams streams,
    RefusalCatalogue refusals, Municipality municipality, ListExport export, LastVisits visits)
{
    [Function("DocumentPages_List")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (all, shape) = await ListOfAsync(request.User(), cancellation);
        return Pages.Show<DocumentListPage>(new
        {
            List = shape.Show(
                all, request.Query, ListExport.For(request.User(), DocumentColumns.Address),
                visits.Note(request, DocumentColumns.Address)),
        });
    }

    [Function("DocumentPages_Excel")]
    [Requires(Permission.ExportMatters)]
    public async Task<IResult> Excel(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument/excel")] HttpRequest request,
        CancellationToken cancellation)
    {
        var (all, shape) = await ListOfAsync(request.User(), cancellation);
        return export.Of("Dokument", shape, all, request);
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

    private async Task<(IReadOnlyList<ListedDocument> All, ListShape<ListedDocument> Shape)> ListOfAsync(
        SignedInUser user, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadDocuments);
        var all = await list.ReadAllAsync(user, boards, new DocumentFilter(null, null), cancellation);
        return (all, DocumentColumns.Of(all, boards, municipality));
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
