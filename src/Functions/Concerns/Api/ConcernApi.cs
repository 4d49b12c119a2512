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
public sealed class ConcernApi(ConcernDesk desk, ConcernLists lists, Conflicts conflicts)
{
    private const string One = "api/v1/concerns/{id:length(27)}";

    [Function("Concerns_ApiList")]
    [Requires(Permission.ReadConcerns)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/concerns")] HttpRequest request,
        CancellationToken cancellation)
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
        var filter = new ConcernFilter(Names.Find<ConcernStatus>(status))
        {
            Closed = await conflicts.OfAsync(request.User(), cancellation),
        };
        if (status.Length > 0 && filter.Status is null)
            return Problems.BadRequest(WebRefusals.ValueInvalid, "status", "status");
        return await PageAsync(() => lists.PageAsync(boards, filter, request.Query["page"], cancellation));
    }

    [Function("Concerns_ApiMine")]
    [Requires(Permission.ReadOwnConcerns)]
    public Task<IResult> Mine(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/concerns/mine")] HttpRequest request,
        CancellationToken cancellation) =>
        PageAsync(() => lists.MineAsync(request.User(), request.Query["page"], cancellation));

    [Function("Concerns_ApiGet")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string id,
        CancellationToken cancellation) =>
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
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/assessment")] HttpRequest request,
        string id,
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
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/decision")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        var opening = await desk.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenConcern>.Opened { Subject: var open })
            return opening is Opening<OpenConcern>.Missing ? Problems.NotFound() : Problems.Forbidden();
        return DecisionDetails.Of(open.State, await desk.TextsAsync(open.Id, cancellation)) is { } decision
            ? ApiResult.Json(decision, open.Head.Version)
            : Problems.NotFound();
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
