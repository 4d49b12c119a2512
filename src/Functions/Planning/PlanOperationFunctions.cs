using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Planning.Operations;

namespace Oversight.Functions.Planning;

/// <summary>The addresses of everything that can be done with an årsplan.</summary>
public sealed class PlanOperationFunctions(OperationEdge<OpenPlan> edge, CreationEdge<PlanScene> drafts)
{
    public const string ApiName = "PlanOperations_Api";
    public const string DraftName = "PlanOperations_ApiDraft";
    private const string Page = "arsplan/{board}/{year:int}/gor/{operation}";

    [Function("PlanOperations_Form")]
    [ByOperation(PlanSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string board,
        int year, string operation, CancellationToken cancellation) =>
        edge.FormAsync(request, PlanSubject.IdOf(board, year), operation, cancellation);

    [Function("PlanOperations_Post")]
    [ByOperation(PlanSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string board, int year,
        string operation, CancellationToken cancellation) =>
        edge.PostAsync(request, PlanSubject.IdOf(board, year), operation, cancellation);

    [Function(ApiName)]
    [ByOperation(PlanSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/plans/{board}/{year:int}/actions/{operation}")] HttpRequest request,
        string board, int year, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, PlanSubject.IdOf(board, year), operation, cancellation);

    [Function("PlanOperations_DraftForm")]
    [Requires(Permission.DraftPlan)]
    public Task<IResult> DraftForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "arsplan/utkast")] HttpRequest request,
        CancellationToken cancellation) =>
        drafts.FormAsync(request, null, cancellation);

    [Function("PlanOperations_Draft")]
    [Requires(Permission.DraftPlan)]
    public Task<IResult> Draft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "arsplan/utkast")] HttpRequest request,
        CancellationToken cancellation) =>
        drafts.PostAsync(request, null, cancellation);

    [Function(DraftName)]
    [Requires(Permission.DraftPlan)]
    public Task<IResult> ApiDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/plans")] HttpRequest request,
        CancellationToken cancellation) =>
        drafts.CallAsync(request, null, cancellation);
}
