using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Answers;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Answers.Registration;

/// <summary>An answer that has been handed in, opened by somebody who registers it.</summary>
public sealed record OpenReceivedAnswer(Folded<AnswerState> Read, SignedInUser User, SettingsInForce InForce) : IOpened
{
    public StreamHead Head => Read.Head;

    public Answer Answer => Read.State.Answer!;

    public BoardId Board => Answer.Task.Board;

    public string Title => $"{AnswerWords.Title(Answer.Task.Kind)} {Answer.Task.Number}";
}

/// <summary>An answer as the registrator's subject. The provider's own is <see cref="AnswerSubject"/>.</summary>
public sealed class ReceivedAnswerSubject(
    IEnumerable<Operation<OpenReceivedAnswer>> operations, Streams streams, ReceivedAnswers received,
    SettingsProvider settings)
    : Subject<OpenReceivedAnswer>(operations)
{
    public const string SubjectName = "received-answer";

    /// <summary>
    /// The list <em>Att diarieföra</em>: an answer has no page of its own for whoever does not read it.
    /// </summary>
    public const string List = "/diariet";

    public override string Name => SubjectName;

    public static string FormOf(Id answer) => $"{List}/svar/{answer}/gor/{RegisterAnswer.Segment}";

    public override async Task<Opening<OpenReceivedAnswer>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var user = request.User();
        if (!Id.TryParse(id, out var known)
            || await streams.LoadForChangeAsync(AnswerStream.Kind, known, cancellation)
                is not { State.Answer: { Signature: not null, Task: { } task } } read)
            return new Opening<OpenReceivedAnswer>.Missing();
        return ReviewCases.MayRegister(user, task.Board)
            && !(await received.ClosedReviewsAsync(user, task.Board, cancellation)).Contains(task.SubjectId)
            ? new Opening<OpenReceivedAnswer>.Opened(
                new OpenReceivedAnswer(read, user, await settings.GetAsync(cancellation)))
            : new Opening<OpenReceivedAnswer>.Closed();
    }

    public override string PageOf(OpenReceivedAnswer open) => List;

    public override string FormOf(OpenReceivedAnswer open, Operation<OpenReceivedAnswer> operation) =>
        $"{List}/svar/{open.Head.Id}/gor/{operation.Name.Segment}";

    public override IReadOnlyList<Crumb> Trail(OpenReceivedAnswer open) => [new Crumb("Att diarieföra", List)];

    /// <summary>Nothing of what happened before it was handed in: that is the provider's alone.</summary>
    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenReceivedAnswer open, CancellationToken cancellation) =>
    [
        .. (await streams.HistoryAsync(AnswerStream.Kind, open.Head.Id, cancellation))
            .Where(recorded => recorded.Event is AnswerEvent.HandedIn or AnswerEvent.Registered)
            .Select(recorded => new TimelineEntry(
                recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), AnswerWords.Text(recorded.Event),
                recorded.Event is AnswerEvent.Registered registered ? [("Diarienummer", registered.Number)] : [],
                null)),
    ];

    public override BoardId? BoardOf(OpenReceivedAnswer open, Permission permission) => open.Board;

    public override async Task<Outcome<OpenReceivedAnswer>> RunAsync(
        Operation<OpenReceivedAnswer> operation, OpenReceivedAnswer open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var rules = open.InForce.Settings.DocumentHead(open.Board);
        var command = new AnswerCommand.Register(
            values.Text(RegisterAnswer.Number), rules.DiaryNumberPattern, rules.DiaryNumberExample);
        return (await streams.ChangeAsync(AnswerStream.Kind, open.Head.Id, command, envelope, cancellation,
            loaded: open.Read))
            .Of((head, state) => open with { Read = new(head, state) });
    }
}

/// <summary>The addresses of what a registrator can do with an answer.</summary>
public sealed class ReceivedAnswerFunctions(OperationEdge<OpenReceivedAnswer> edge)
{
    private const string Page = "diariet/svar/{id:length(27)}/gor/{operation}";

    [Function("ReceivedAnswers_OperationForm")]
    [ByOperation(ReceivedAnswerSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("ReceivedAnswers_OperationPost")]
    [ByOperation(ReceivedAnswerSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);
}
