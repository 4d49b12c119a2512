using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Registration;

/// <summary>A review opened by somebody who opens its ärende in the registry, and need not read it.</summary>
public sealed record OpenReviewCase(OpenReview Review) : IOpened
{
    public StreamHead Head => Review.Head;

    public SignedInUser User => Review.User;

    public SettingsInForce InForce => Review.InForce;
}

/// <summary>A review as the registrator's subject. The reviewers' own is <see cref="ReviewSubject"/>.</summary>
public sealed class ReviewCaseSubject(
    IEnumerable<Operation<OpenReviewCase>> operations, ReviewDesk desk, Streams streams)
    : Subject<OpenReviewCase>(operations)
{
    public const string SubjectName = "review-case";

    /// <summary>The list <em>Att diarieföra</em>: a review has no page for whoever does not read it.</summary>
    private const string List = "/diariet";

    public override string Name => SubjectName;

    public static string FormOf(Id review) => $"{List}/granskning/{review}/gor/{RegisterCase.Segment}";

    public override async Task<Opening<OpenReviewCase>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.FindAsync(request, id, cancellation) switch
        {
            null or { Review.StartedOn: null } => new Opening<OpenReviewCase>.Missing(),
            { IsSeen: true } open when ReviewCases.MayRegister(open.User, open.Board) =>
                new Opening<OpenReviewCase>.Opened(new OpenReviewCase(open)),
            _ => new Opening<OpenReviewCase>.Closed(),
        };

    public override string PageOf(OpenReviewCase open) => List;

    public override string FormOf(OpenReviewCase open, Operation<OpenReviewCase> operation) =>
        $"{List}/granskning/{open.Head.Id}/gor/{operation.Name.Segment}";

    public override IReadOnlyList<Crumb> Trail(OpenReviewCase open) => [new Crumb("Att diarieföra", List)];

    /// <summary>Of the review only what was registered.</summary>
    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenReviewCase open, CancellationToken cancellation) =>
    [
        .. (await desk.HistoryAsync(open.Head.Id, cancellation))
            .Where(recorded => recorded.Event is ReviewEvent.CaseRegistered)
            .Select(recorded => new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), "Ärendet öppnat i diariet",
                [("Diarienummer", ((ReviewEvent.CaseRegistered)recorded.Event).Number)], null)),
    ];

    public override BoardId? BoardOf(OpenReviewCase open, Permission permission) => open.Review.Board;

    public override async Task<Outcome<OpenReviewCase>> RunAsync(
        Operation<OpenReviewCase> operation, OpenReviewCase open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var rules = open.Review.InForce.Settings.DocumentHead(open.Review.Board);
        var command = new ReviewCommand.RegisterCase(
            values.Text(RegisterCase.Number), rules.DiaryNumberPattern, rules.DiaryNumberExample);
        return (await streams.ChangeAsync(ReviewStream.Kind, open.Head.Id, command, envelope, cancellation,
            loaded: open.Review.Read))
            .Of((head, state) => new OpenReviewCase(open.Review with { Read = new(head, state) }));
    }
}

/// <summary>The addresses of what a registrator can do with a review.</summary>
public sealed class ReviewCaseFunctions(OperationEdge<OpenReviewCase> edge)
{
    private const string Page = "diariet/granskning/{id:length(27)}/gor/{operation}";

    [Function("ReviewCases_OperationForm")]
    [ByOperation(ReviewCaseSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("ReviewCases_OperationPost")]
    [ByOperation(ReviewCaseSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);
}
