using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

public sealed class PlanApi(PlanSubject subject)
{
    [Function("PlanApi_Read")]
    [Requires(Permission.ReadPlan)]
    public Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/plans/{board}/{year:int}")]
        HttpRequest request,
        string board, int year, CancellationToken cancellation) =>
        ReadAsync(request, board, year, plan => PlanAnswer.From(plan.Head, plan.State, plan.Exact), cancellation);

    [Function("PlanApi_Versions")]
    [Requires(Permission.ReadPlan)]
    public Task<IResult> Versions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/plans/{board}/{year:int}/versions")]
        HttpRequest request,
        string board, int year, CancellationToken cancellation) =>
        ReadAsync(request, board, year,
            plan => new ListPage<PlanVersion>(PlanContents.VersionsFor(request.User(), plan.State), null),
            cancellation);

    private async Task<IResult> ReadAsync<T>(
        HttpRequest request, string board, int year, Func<OpenPlan, T> answer, CancellationToken cancellation) =>
        await subject.OpenAsync(request, PlanSubject.IdOf(board, year), cancellation) switch
        {
            Opening<OpenPlan>.Opened { Subject: var open } => ApiResult.Json(answer(open), open.Head.Version),
            Opening<OpenPlan>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}
