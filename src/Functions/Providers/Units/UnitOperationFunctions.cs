using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Providers;

/// <summary>
/// The addresses of everything that can be done with a unit, and of registering one under a provider.
/// </summary>
public sealed class UnitOperationFunctions(
    OperationEdge<OpenUnit> edge, CreationEdge<OpenProvider> creation, UnitSubject subject)
{
    public const string ApiName = "Units_ApiOperation";
    public const string ApiCreation = "Units_ApiRegister";
    private const string Page = "enheter/{id:length(27)}/gor/{operation}";
    private const string Call = "api/v1/units/{id:length(27)}/actions/{operation}";
    private const string New = "anordnare/{id:length(27)}/enhet/ny";

    [Function("Units_OperationForm")]
    [ByOperation(UnitSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Units_OperationPost")]
    [ByOperation(UnitSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(UnitSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Call)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.CallAsync(request, id, operation, cancellation);

    [Function("Units_Form")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> NewForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request, string id,
        CancellationToken cancellation) => creation.FormAsync(request, id, cancellation);

    [Function("Units_Post")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> NewPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request, string id,
        CancellationToken cancellation) =>
        creation.PostAsync(request, id, cancellation);

    [Function(ApiCreation)]
    [Requires(Permission.EditRegister)]
    public Task<IResult> NewApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers/{id:length(27)}/units")]
        HttpRequest request, string id,
        CancellationToken cancellation) => creation.CallAsync(request, id, cancellation);

    /// <summary>Where the forms were before.</summary>
    [Function("Units_OperationMoved")]
    [Requires(Permission.EditRegister)]
    public IResult Moved(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "enheter/{id:length(27)}/andra/{segment:alpha}")]
        HttpRequest request, string id, string segment) => subject.FindForm(segment) is { Name.Segment: var known }
            ? Results.Redirect($"/enheter/{id}/gor/{known}", permanent: true)
            : Web.Pages.NotFound();
}
