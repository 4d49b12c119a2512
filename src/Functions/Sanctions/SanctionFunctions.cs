using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Sanctions;

/// <summary>The addresses of everything that can be done with a sanction.</summary>
public sealed class SanctionFunctions(OperationEdge<OpenSanction> edge)
{
    public const string ApiName = "Sanctions_ApiOperation";
    public const string List = "/sanktioner";
    private const string Page = "sanktioner/{id:length(27)}/gor/{operation}";

    [Function("Sanctions_OperationForm")]
    [ByOperation(SanctionSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Sanctions_OperationPost")]
    [ByOperation(SanctionSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(SanctionSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/sanctions/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
