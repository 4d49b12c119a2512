using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Surveys;

/// <summary>The addresses of what can be done with the surveys of units.</summary>
public sealed class SurveyFunctions(OperationEdge<OpenSurvey> edge)
{
    public const string ApiName = "Surveys_ApiOperation";
    public const string List = "/enkater";
    private const string Page = "enkater/{round:length(27)}/enhet/{id:length(27)}/gor/{operation}";

    [Function("Surveys_OperationForm")]
    [ByOperation(SurveySubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string round,
        string id, string operation, CancellationToken cancellation) =>
        edge.FormAsync(request, id, operation, cancellation);

    [Function("Surveys_OperationPost")]
    [ByOperation(SurveySubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string round,
        string id, string operation, CancellationToken cancellation) =>
        edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(SurveySubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/surveys/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
