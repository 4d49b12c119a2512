using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

public sealed class PlanApi(Plans plans, SettingsProvider settings, CommandContexts contexts)
{
    [Function("PlanApi_Read")]
    [Requires(Permission.ReadPlan)]
    public Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/plans/{board}/{year:int}")] HttpRequest request,
        string board, int year, CancellationToken cancellation) =>
        ReadAsync(request, board, year, plan => PlanAnswer.From(plan.Head, plan.State, Exact(request, plan.State)), cancellation);

    [Function("PlanApi_Versions")]
    [Requires(Permission.ReadPlan)]
    public Task<IResult> Versions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/plans/{board}/{year:int}/versions")] HttpRequest request,
        string board, int year, CancellationToken cancellation) =>
        ReadAsync(request, board, year, plan => new ListPage<PlanVersion>(PlanContents.VersionsFor(request.User(), plan.State), null), cancellation);

    [Function("PlanApi_Draft")]
    [Requires(Permission.DraftPlan)]
    public async Task<IResult> Draft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/plans/{board}/{year:int}/versions")] HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        if (Refuse(request, board, Permission.DraftPlan) is { } refusal)
            return refusal;
        var envelope = await EnvelopeAsync(request, Permission.DraftPlan, new BoardId(board), "draft", cancellation);
        var outcome = await plans.DraftAsync(new BoardId(board), year, envelope, cancellation);
        return Answer(outcome, repeated => repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created, Exact(request, new BoardId(board)));
    }

    [Function("PlanApi_Adopt")]
    [Requires(Permission.AdoptPlan)]
    public async Task<IResult> Adopt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/plans/{board}/{year:int}/adoption")] HttpRequest request,
        string board, int year, CancellationToken cancellation)
    {
        if (Refuse(request, board, Permission.AdoptPlan) is { } refusal)
            return refusal;
        if (!(await ApiRequest.ReadJsonAsync<AdoptPlanRequest>(request, cancellation)).TryGet(out var body, out var problem))
            return problem;
        if (request.ExpectedVersion() is null)
            return Problems.VersionMissing();
        var envelope = await EnvelopeAsync(request, Permission.AdoptPlan, new BoardId(board), body, cancellation);
        return Answer(
            await plans.AdoptAsync(new BoardId(board), year, body.Version, body.AdoptedOn, body.Reason, envelope, cancellation), _ => StatusCodes.Status200OK,
            Exact(request, new BoardId(board)));
    }

    private async Task<IResult> ReadAsync<T>(
        HttpRequest request, string board, int year, Func<Folded<PlanState>, T> answer, CancellationToken cancellation)
    {
        if (Refuse(request, board, Permission.ReadPlan) is { } refusal)
            return refusal;
        if (await plans.FindAsync(new BoardId(board), year, cancellation) is not { } plan)
            return Problems.NotFound();
        return ContentAccess.Reads(request.User(), PlanContents.Of(plan.State), new BoardId(board))
            ? ApiResult.Json(answer(plan), plan.Head.Version)
            : Problems.Forbidden();
    }

    private IResult? Refuse(HttpRequest request, string board, Permission permission)
    {
        if (settings.Current.Settings.Board(new BoardId(board)) is null)
            return Problems.NotFound();
        return Access.Allows(request.User(), permission, new BoardId(board)) ? null : Problems.Forbidden();
    }

    private async Task<Envelope> EnvelopeAsync(HttpRequest request, Permission permission, BoardId board, object body, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var user = request.User();
        return Envelopes.For(contexts.For(user, Access.ActingRole(user, permission, board)), inForce.Hash, request, body);
    }

    private static IResult Answer(Outcome<PlanState> outcome, Func<bool, int> status, bool exact) => outcome switch
    {
        Outcome<PlanState>.Done done => ApiResult.Json(PlanAnswer.From(done.Head, done.State, exact), done.Head.Version, status(done.Repeated)),
        Outcome<PlanState>.Refused refused => Problems.From(refused.Reasons),
        Outcome<PlanState>.Conflict conflict => Problems.Conflict(conflict.Head, PlanAnswer.From(conflict.Head, conflict.State, exact)),
        Outcome<PlanState>.KeyReused => Problems.KeyReused(),
        _ => Problems.NotFound(),
    };

    private static bool Exact(HttpRequest request, PlanState state) => Exact(request, state.PlanOrNone!.Board);

    /// <summary>Points and the time of unannounced visits are the content of the annex.</summary>
    private static bool Exact(HttpRequest request, BoardId board) => ContentAccess.Reads(request.User(), ContentClass.PlanAnnex, board);
}
