using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Surveys;

public sealed class SurveyApi(SurveyRoundDesk rounds, SurveyDesk surveys)
{
    [Function("SurveyApi_List")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/survey-rounds")]
        HttpRequest request, CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<SurveyRoundSummary>(
            [.. (await rounds.ListAsync(request.User(), cancellation)).Select(SurveyRoundSummary.Of)], null));

    [Function("SurveyApi_ReadRound")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> ReadRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/survey-rounds/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await rounds.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenSurveyRound>.Opened { Subject: var open } =>
                ApiResult.Json(SurveyRoundDetails.Of(open), open.Head.Version),
            Opening<OpenSurveyRound>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };

    [Function("SurveyApi_Units")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> Units(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "api/v1/survey-rounds/{id:length(27)}/surveys")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await rounds.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenSurveyRound>.Opened { Subject: var open } => ApiResult.Json(new ListPage<SurveySummary>(
                [.. (await rounds.SurveysAsync(open.Head.Id, cancellation)).Select(SurveySummary.Of)], null)),
            Opening<OpenSurveyRound>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };

    [Function("SurveyApi_Read")]
    [Requires(Permission.ReadSurveys)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/surveys/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await surveys.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenSurvey>.Opened { Subject: var open } =>
                ApiResult.Json(SurveyDetails.Of(open), open.Head.Version),
            Opening<OpenSurvey>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}
