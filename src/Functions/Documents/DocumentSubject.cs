using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Documents;
using Oversight.Functions.Documents.Operations;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Documents;

/// <summary>A document opened by somebody who may read some of it.</summary>
/// <param name="Kept">All of it: what they see is <see cref="Seen"/>.</param>
public sealed record OpenDocument(StreamHead Head, DocumentState.Kept Kept, DocumentReader Reader,
    SettingsInForce InForce) : IOpened
{
    public SignedInUser User => Reader.User;

    /// <summary>As far as the person may see it; null: not a word.</summary>
    public DocumentState.Kept? Seen => Reader.Seen(Kept);
}

/// <summary>A document as a subject of operations.</summary>
public sealed class DocumentSubject(
    IEnumerable<Operation<OpenDocument>> operations, DocumentStore store, Streams streams, Conflicts conflicts,
    SettingsProvider settings)
    : Subject<OpenDocument>(operations)
{
    public const string SubjectName = "document";

    public override string Name => SubjectName;

    public override string ApiFunction => DocumentOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(DocumentAnswer);

    public override async Task<Opening<OpenDocument>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known)
            || await streams.LoadAsync(DocumentStream.Kind, known,
                cancellation) is not { State: DocumentState.Kept kept } read)
            return new Opening<OpenDocument>.Missing();
        var reader = new DocumentReader(request.User(), await conflicts.OfAsync(request.User(), cancellation));
        var open = new OpenDocument(read.Head, kept, reader, await settings.GetAsync(cancellation));
        return Access.Allows(open.User, Permission.ReadDocuments, kept.Board) && open.Seen is not null
            ? new Opening<OpenDocument>.Opened(open)
            : new Opening<OpenDocument>.Closed();
    }

    public override string PageOf(OpenDocument open) => $"/dokument/{open.Head.Id}";

    public override IReadOnlyList<Crumb> Trail(OpenDocument open) =>
        [new Crumb("Dokument", "/dokument"), new Crumb(open.Seen!.Latest.Title, PageOf(open))];

    public override Task<object> DescribeAsync(OpenDocument open, CancellationToken cancellation) =>
        Task.FromResult<object>(DocumentAnswer.From(open.Head, open.Seen!));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenDocument open, CancellationToken cancellation) =>
        [.. (await streams.HistoryAsync(DocumentStream.Kind, open.Head.Id, cancellation))
            .Select(recorded => new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), What(recorded.Event), [], null))];

    public override BoardId? BoardOf(OpenDocument open, Permission permission) => open.Kept.Board;

    public override async Task<Outcome<OpenDocument>> RunAsync(
        Operation<OpenDocument> operation, OpenDocument open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var outcome = await store.RegisterAsync(
            open.Head.Id, values.Text(Register.Number), open.InForce.Settings.DocumentHead(open.Kept.Board), envelope,
            cancellation);
        return outcome.Of((head, state) => open with { Head = head, Kept = (DocumentState.Kept)state });
    }

    private static string What(DocumentEvent happened) => happened switch
    {
        DocumentEvent.VersionAdded added => $"Version {added.Number}",
        _ => "Uppgifter ändrade",
    };
}

/// <summary>The addresses of everything that can be done with a document.</summary>
public sealed class DocumentOperationFunctions(OperationEdge<OpenDocument> edge)
{
    public const string ApiName = "DocumentOperations_Api";
    private const string Page = "dokument/{id:length(27)}/gor/{operation}";

    [Function("DocumentOperations_Form")]
    [ByOperation(DocumentSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation,
        CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("DocumentOperations_Post")]
    [ByOperation(DocumentSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation,
        CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(DocumentSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/documents/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) => edge.CallAsync(request, id, operation,
        cancellation);
}
