using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Assignments.Operations;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Reviews;

namespace Oversight.Functions.Assignments;

/// <summary>The addresses of what can be done with uppgifter.</summary>
public sealed class AssignmentFunctions(OperationEdge<OpenAssignment> edge, CreationEdge<AssigningScene> creations)
{
    public const string ApiName = "Assignments_ApiOperation";
    public const string CreateApiName = "Assignments_ApiCreate";
    public const string List = "/uppgifter";
    private const string New = "granskningar/{parent:length(27)}/uppgift/ny";
    private const string Page = "uppgifter/{id:length(27)}/gor/{operation}";

    public static string FormOf(OpenReview review) => $"{review.Address}/uppgift/ny";

    [Function("Assignments_Form")]
    [Requires(Permission.Review)]
    public Task<IResult> CreateForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request, string parent,
        CancellationToken cancellation) => creations.FormAsync(request, parent, cancellation);

    [Function("Assignments_Post")]
    [Requires(Permission.Review)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request, string parent,
        CancellationToken cancellation) => creations.PostAsync(request, parent, cancellation);

    [Function(CreateApiName)]
    [Requires(Permission.Review)]
    public Task<IResult> ApiCreate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/reviews/{parent:length(27)}/assignments")] HttpRequest request,
        string parent, CancellationToken cancellation) => creations.CallAsync(request, parent, cancellation);

    [Function("Assignments_OperationForm")]
    [ByOperation(AssignmentSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Assignments_OperationPost")]
    [ByOperation(AssignmentSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(AssignmentSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/assignments/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
