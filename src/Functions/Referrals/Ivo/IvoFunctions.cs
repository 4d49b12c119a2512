using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Referrals;

/// <summary>The addresses of what can be done with positions on a report to IVO.</summary>
public sealed class IvoFunctions(OperationEdge<OpenIvo> edge, CreationEdge<ConcernScene> creations)
{
    public const string ApiName = "Ivo_ApiOperation";
    public const string CreateApiName = "Ivo_ApiCreate";
    public const string List = "/ivo";
    private const string New = "synpunkter/arende/{parent:length(27)}/ivo/ny";
    private const string Page = "ivo/{id:length(27)}/gor/{operation}";

    public static string FormOf(string concern) => $"{concern}/ivo/ny";

    [Function("Ivo_Form")]
    [Requires(Permission.ReadConcerns)]
    public Task<IResult> CreateForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request, string parent,
        CancellationToken cancellation) => creations.FormAsync(request, parent, cancellation);

    [Function("Ivo_Post")]
    [Requires(Permission.ReadConcerns)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request, string parent,
        CancellationToken cancellation) => creations.PostAsync(request, parent, cancellation);

    [Function(CreateApiName)]
    [Requires(Permission.ReadConcerns)]
    public Task<IResult> ApiCreate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/concerns/{parent:length(27)}/ivo-positions")] HttpRequest request,
        string parent, CancellationToken cancellation) => creations.CallAsync(request, parent, cancellation);

    [Function("Ivo_OperationForm")]
    [ByOperation(IvoSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Ivo_OperationPost")]
    [ByOperation(IvoSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(IvoSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/ivo-positions/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
