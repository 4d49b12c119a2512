using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

/// <summary>The addresses of everything that can be done with a concern.</summary>
public sealed class ConcernOperationFunctions(OperationEdge<OpenConcern> edge, ConcernSubject subject)
{
    public const string ApiName = "Concerns_ApiOperation";
    private const string Page = "synpunkter/arende/{id:length(27)}/gor/{operation}";
    private const string Call = "api/v1/concerns/{id:length(27)}/actions/{operation}";

    [Function("Concerns_OperationForm")]
    [ByOperation(ConcernSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Concerns_OperationPost")]
    [ByOperation(ConcernSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(ConcernSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Call)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.CallAsync(request, id, operation, cancellation);

    /// <summary>Where the forms were before.</summary>
    [Function("Concerns_OperationMoved")]
    [Requires(Permission.ReadOwnConcerns)]
    public IResult Moved(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "synpunkter/arende/{id:length(27)}/{segment:alpha}")]
        HttpRequest request, string id, string segment) => subject.FindForm(segment) is { Name.Segment: var known }
            ? Results.Redirect($"/synpunkter/arende/{id}/gor/{known}", permanent: true)
            : Pages.NotFound();
}
