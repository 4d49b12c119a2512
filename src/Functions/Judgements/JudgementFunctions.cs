using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Judgements;

/// <summary>The addresses of what people make of a unit's risk.</summary>
public sealed class JudgementFunctions(
    OperationEdge<OpenJudgement> edge, JudgementDesk desk, Views views)
{
    public const string ApiName = "Judgements_ApiOperation";
    private const string Page = "risk/{unitId:length(27)}/gor/{operation}";

    [Function("Judgements_Form")]
    [ByOperation(JudgementSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string unitId,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, unitId, operation, cancellation);

    [Function("Judgements_Post")]
    [ByOperation(JudgementSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string unitId,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, unitId, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(JudgementSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/risk/units/{unitId:length(27)}/judgement/actions/{operation}")] HttpRequest request,
        string unitId, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, unitId, operation, cancellation);

    [Function("Judgements_ApiRead")]
    [Requires(Permission.ReadRisk)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "api/v1/risk/units/{unitId:length(27)}/judgement")] HttpRequest request,
        string unitId, CancellationToken cancellation) =>
        await desk.OpenAsync(request.User(), unitId, cancellation) switch
        {
            Opening<OpenJudgement>.Opened { Subject: var open } =>
                ApiResult.Json(JudgementAnswer.Of(open), open.Head.Version),
            Opening<OpenJudgement>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };

    [Function("Judgements_ApiWarnings")]
    [Requires(Permission.ReadRisk)]
    public async Task<IResult> Warnings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/risk/warnings")]
        HttpRequest request, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(Access.Boards(request.User(), Permission.ReadRisk).Select(
            board => views.ReadAllAsync<WarningRow>(UnitJudgementStream.WarningsOf(board), cancellation)));
        return ApiResult.Json(new ListPage<WarningAnswerRow>(
            [
                .. lists.SelectMany(rows => rows).OrderBy(row => row.Answer is not null)
                    .ThenByDescending(row => row.Month).ThenBy(row => row.Unit.UnitId.Value, StringComparer.Ordinal)
                    .Select(WarningAnswerRow.Of),
            ], null));
    }
}
