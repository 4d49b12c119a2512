using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>Concerns for other systems: the same rules and the same rights as on the pages.</summary>
public sealed class ConcernApi(ConcernReporting reporting, ConcernDesk desk, ConcernLists lists, CommandContexts contexts)
{
    private const string One = "api/v1/concerns/{id:length(27)}";

    [Function("Concerns_ApiReport")]
    [Requires(Permission.ReportConcern)]
    public async Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/concerns")] HttpRequest request, CancellationToken cancellation)
    {
        if (request.IdempotencyKey() is not { } key)
            return Problems.BadRequest(WebRefusals.KeyMissing);
        ConcernDraft draft;
        if (request.HasFormContentType)
        {
            draft = await ReadMultipartAsync(request, cancellation);
        }
        else
        {
            var body = await ApiRequest.ReadJsonAsync<ConcernRequest>(request, cancellation);
            if (!body.TryGet(out var concern, out var problem))
                return problem;
            draft = concern.ToDraft();
        }

        var user = request.User();
        var context = contexts.For(user, Access.ActingRole(user, Permission.ReportConcern));
        return await reporting.ReportAsync(draft, new ConcernReporter(user.UserId, user.Name), context, key, ConcernChannel.Api, cancellation) switch
        {
            Outcome<ConcernState>.Done done => ApiResult.Created(
                $"/api/v1/concerns/{done.Head.Id}", ConcernReceipt.Of(done.Head, done.State), done.Head.Version),
            Outcome<ConcernState>.Refused refused => Problems.From(refused.Reasons),
            _ => Problems.KeyReused(),
        };
    }

    [Function("Concerns_ApiList")]
    [Requires(Permission.ReadConcerns)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/concerns")] HttpRequest request, CancellationToken cancellation)
    {
        var boards = ContentAccess.Boards(request.User(), ContentClass.Concern);
        if (request.Query["board"].ToString() is { Length: > 0 } asked)
        {
            if (!request.User().KnownBoards.Contains(new BoardId(asked)))
                return Problems.From([new Refusal(ConcernRefusals.UnknownBoard, "board")]);
            if (!boards.Contains(new BoardId(asked)))
                return Problems.Forbidden();
            boards = [new BoardId(asked)];
        }

        var status = request.Query["status"].ToString();
        var filter = new ConcernFilter(Names.Find<ConcernStatus>(status));
        if (status.Length > 0 && filter.Status is null)
            return Problems.BadRequest(WebRefusals.ValueInvalid, "status", "status");
        return await PageAsync(() => lists.PageAsync(boards, filter, request.Query["page"], cancellation));
    }

    [Function("Concerns_ApiMine")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> Mine(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/concerns/mine")] HttpRequest request, CancellationToken cancellation) =>
        PageAsync(() => lists.MineAsync(request.User(), request.Query["page"], cancellation));

    [Function("Concerns_ApiGet")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenConcern>.Opened { Subject: var open } => ApiResult.Json(
                ConcernDetails.Of(open, await desk.TextsAsync(open.Id, cancellation)), open.Head.Version),
            Opening<OpenConcern>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };

    [Function("Concerns_ApiAssessment")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Assessment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/assessment")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenConcern>.Opened { Subject: var open })
            return opening is Opening<OpenConcern>.Missing ? Problems.NotFound() : Problems.Forbidden();
        return AssessmentDetails.Of(open.State, await desk.TextsAsync(open.Id, cancellation)) is { } assessment
            ? ApiResult.Json(assessment, open.Head.Version)
            : Problems.NotFound();
    }

    [Function("Concerns_ApiDecision")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Decision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/decision")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenConcern>.Opened { Subject: var open })
            return opening is Opening<OpenConcern>.Missing ? Problems.NotFound() : Problems.Forbidden();
        return DecisionDetails.Of(open.State, await desk.TextsAsync(open.Id, cancellation)) is { } decision
            ? ApiResult.Json(decision, open.Head.Version)
            : Problems.NotFound();
    }

    /// <summary>The same properties as fields, with files: for what is too large for JSON.</summary>
    private static async Task<ConcernDraft> ReadMultipartAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormState.ReadAsync(request, cancellation);
        return new ConcernDraft
        {
            UnitId = form["unitId"],
            UnknownProvider = form["unknownProvider"],
            Board = form["board"],
            Service = form["service"],
            Text = form["text"],
            Occurred = form["occurred"],
            Precision = Names.Find<OccurrencePrecision>(form["occurredPrecision"]),
            Consequence = form["consequence"],
            CaseReference = form["caseReference"],
            RegisteredFor = form["registeredFor"],
            Numbers = ConcernDraft.WrittenFields.ToDictionary(field => field, field => form[$"personalNumbers.{field}"]),
            Files = await UploadedFile.ReadAsync(form.Files("attachments"), cancellation),
        };
    }

    private static async Task<IResult> PageAsync(Func<Task<Page<ConcernRow>>> read)
    {
        try
        {
            var page = await read();
            return ApiResult.List(page.Items.Select(ConcernSummary.Of).ToList(), page.NextPage);
        }
        catch (FormatException)
        {
            return Problems.BadRequest(WebRefusals.ValueInvalid, "page", "page");
        }
    }
}
