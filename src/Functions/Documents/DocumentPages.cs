using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Documents;

public sealed class DocumentPages(
    DocumentList list, DocumentLinks links, DocumentStore store, Streams streams, SettingsProvider settings, CommandContexts contexts,
    RefusalCatalogue refusals)
{
    [Function("DocumentPages_List")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument")] HttpRequest request, CancellationToken cancellation)
    {
        var boards = Access.Boards(request.User(), Permission.ReadDocuments);
        var all = await list.ReadAllAsync(request.User(), boards, new DocumentFilter(null, null), cancellation);
        var chosen = DocumentChoice.Read(request.Query, boards);
        return Pages.Show<DocumentListPage>(new { Documents = all, Boards = boards, Chosen = chosen });
    }

    [Function("DocumentPages_Read")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokument/{id:length(27)}")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } found)
            return Pages.NotFound();
        return Access.Allows(request.User(), Permission.ReadDocuments, found.Kept.Board)
            ? await ShowAsync(found, request.User(), form: null, StatusCodes.Status200OK, cancellation)
            : Pages.Forbidden();
    }

    [Function("DocumentPages_Fetch")]
    [Requires(Permission.ReadDocuments)]
    public async Task<IResult> Fetch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dokument/{id:length(27)}/hamta")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        var answer = await links.AskAsync(request.User(), id, request.Query["format"], request.Query["version"], cancellation);
        return answer switch
        {
            LinkAnswer.Given given => Pages.SeeOther(given.Link.Url.AbsoluteUri),
            LinkAnswer.Forbidden => Pages.Forbidden(),
            LinkAnswer.Refused refused => Pages.Message(StatusCodes.Status400BadRequest, "Filen finns inte", refusals.Text(refused.Reason)),
            _ => Pages.NotFound(),
        };
    }

    [Function("DocumentPages_Register")]
    [Requires(Permission.RegisterDocuments)]
    public async Task<IResult> Register(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dokument/{id:length(27)}/diarienummer")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } found)
            return Pages.NotFound();
        var user = request.User();
        if (!Access.Allows(user, Permission.RegisterDocuments, found.Kept.Board) || found.Kept.SeenBy(user) is null)
            return Pages.Forbidden();
        var form = await FormState.ReadAsync(request, cancellation);
        var inForce = await settings.GetAsync(cancellation);
        var context = contexts.For(user, Access.ActingRole(user, Permission.RegisterDocuments, found.Kept.Board));
        var number = form["number"];
        var outcome = await store.RegisterAsync(
            found.Head.Id, number, inForce.Settings.DocumentHead(found.Kept.Board),
            Envelopes.ForChange(context, inForce.Hash, form, form.Body), cancellation);
        return outcome switch
        {
            Outcome<DocumentState>.Done => Pages.SeeOther($"/dokument/{found.Head.Id}"),
            Outcome<DocumentState>.Refused refused =>
                await ShowAsync(found, user, form.WithErrors(refused.Reasons), StatusCodes.Status422UnprocessableEntity, cancellation),
            Outcome<DocumentState>.Conflict conflict => await ShowAsync(
                new Found(conflict.Head, (DocumentState.Kept)conflict.State), user,
                form.With(NewKey(context), conflict.Head.Version).WithErrors(new Refusal(WebRefusals.Conflict)),
                StatusCodes.Status409Conflict, cancellation),
            Outcome<DocumentState>.KeyReused => await ShowAsync(
                found, user, form.With(NewKey(context), found.Head.Version).WithErrors(new Refusal(WebRefusals.KeyReused)),
                StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => Pages.NotFound(),
        };
    }

    private async Task<Found?> FindAsync(string id, CancellationToken cancellation) =>
        Id.TryParse(id, out var known)
        && await streams.LoadAsync(DocumentStream.Kind, known, cancellation) is { State: DocumentState.Kept kept } read
            ? new Found(read.Head, kept)
            : null;

    private async Task<IResult> ShowAsync(Found found, SignedInUser user, FormState? form, int status, CancellationToken cancellation)
    {
        if (found.Kept.SeenBy(user) is not { } seen)
            return Pages.Forbidden();
        var history = await streams.HistoryAsync(DocumentStream.Kind, found.Head.Id, cancellation);
        var mayRegister = Access.Allows(user, Permission.RegisterDocuments, found.Kept.Board);
        return Pages.Show<DocumentPage>(
            new
            {
                found.Head,
                Document = seen,
                Readable = seen.Versions.Where(version => ContentAccess.Reads(user, version.Content, seen.Board)).Select(version => version.Number).ToHashSet(),
                History = history,
                Form = mayRegister ? form ?? FormState.New(NewKey(contexts.ForSystem()), found.Head.Version) : null,
                Example = settings.Current.Settings.DocumentHead(found.Kept.Board).DiaryNumberExample,
            },
            status);
    }

    private static string NewKey(CommandContext context) => Guid.CreateVersion7(context.At).ToString("N");

    private sealed record Found(StreamHead Head, DocumentState.Kept Kept);
}

/// <summary>What the reader of the list has chosen to see.</summary>
public sealed record DocumentChoice(BoardId? Board, DocumentFilter Filter)
{
    public static DocumentChoice Read(IQueryCollection query, IReadOnlyList<BoardId> boards)
    {
        var board = boards.Cast<BoardId?>().FirstOrDefault(candidate => candidate!.Value.Value == query["board"].ToString());
        var type = query["type"].ToString();
        var status = DocumentStatusWords.TryParse(query["status"].ToString(), out var known) ? known : null;
        return new DocumentChoice(board, new DocumentFilter(type.Length > 0 ? new CodeId(type) : null, status));
    }
}
