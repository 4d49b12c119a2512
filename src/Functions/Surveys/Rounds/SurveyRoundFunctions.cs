using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Surveys.Rounds.Operations;

namespace Oversight.Functions.Surveys;

/// <summary>The addresses of what can be done with the yearly rounds.</summary>
public sealed class SurveyRoundFunctions(
    OperationEdge<OpenSurveyRound> edge, CreationEdge<SurveyScene> creations)
{
    public const string ApiName = "SurveyRounds_ApiOperation";
    public const string CreateApiName = "SurveyRounds_ApiCreate";
    private const string New = "enkater/ny";
    private const string Page = "enkater/{id:length(27)}/gor/{operation}";

    [Function("SurveyRounds_Form")]
    [Requires(Permission.RunSurveys)]
    public Task<IResult> CreateForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request,
        CancellationToken cancellation) => creations.FormAsync(request, null, cancellation);

    [Function("SurveyRounds_Post")]
    [Requires(Permission.RunSurveys)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request,
        CancellationToken cancellation) => creations.PostAsync(request, null, cancellation);

    [Function(CreateApiName)]
    [Requires(Permission.RunSurveys)]
    public Task<IResult> ApiCreate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/survey-rounds")] HttpRequest request,
        CancellationToken cancellation) => creations.CallAsync(request, null, cancellation);

    [Function("SurveyRounds_OperationForm")]
    [ByOperation(SurveyRoundSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("SurveyRounds_OperationPost")]
    [ByOperation(SurveyRoundSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(SurveyRoundSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/survey-rounds/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
