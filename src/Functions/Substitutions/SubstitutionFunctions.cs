using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Substitutions.Operations;

namespace Oversight.Functions.Substitutions;

/// <summary>The addresses of what can be done with vikariat.</summary>
public sealed class SubstitutionFunctions(
    OperationEdge<OpenSubstitution> edge, CreationEdge<AbsenceScene> creations)
{
    public const string ApiName = "Substitutions_ApiOperation";
    public const string CreateApiName = "Substitutions_ApiCreate";
    public const string List = "/vikariat";
    public const string CreateAddress = "/vikariat/ny";
    private const string Page = "vikariat/{id:length(27)}/gor/{operation}";

    [Function("Substitutions_Form")]
    [Requires(Permission.ArrangeSubstitution)]
    public Task<IResult> CreateForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "vikariat/ny")] HttpRequest request,
        CancellationToken cancellation) => creations.FormAsync(request, null, cancellation);

    [Function("Substitutions_Post")]
    [Requires(Permission.ArrangeSubstitution)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "vikariat/ny")] HttpRequest request,
        CancellationToken cancellation) => creations.PostAsync(request, null, cancellation);

    [Function(CreateApiName)]
    [Requires(Permission.ArrangeSubstitution)]
    public Task<IResult> ApiCreate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/substitutions")] HttpRequest request,
        CancellationToken cancellation) => creations.CallAsync(request, null, cancellation);

    [Function("Substitutions_OperationForm")]
    [ByOperation(SubstitutionSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Substitutions_OperationPost")]
    [ByOperation(SubstitutionSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(SubstitutionSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/substitutions/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
