using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Providers;

/// <summary>The addresses of everything that can be done with a provider, and of registering one.</summary>
public sealed class ProviderOperationFunctions(
    OperationEdge<OpenProvider> edge, CreationEdge<RegisterScene> creation, ProviderSubject subject)
{
    public const string ApiName = "Providers_ApiOperation";
    public const string ApiCreation = "Providers_ApiRegister";
    private const string Page = "anordnare/{id:length(27)}/gor/{operation}";
    private const string Call = "api/v1/providers/{id:length(27)}/actions/{operation}";
    private const string New = "anordnare/ny";

    [Function("Providers_OperationForm")]
    [ByOperation(ProviderSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Providers_OperationPost")]
    [ByOperation(ProviderSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(ProviderSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Call)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.CallAsync(request, id, operation, cancellation);

    [Function("Providers_Form")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> NewForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request,
        CancellationToken cancellation) =>
        creation.FormAsync(request, null, cancellation);

    [Function("Providers_Post")]
    [Requires(Permission.EditRegister)]
    public Task<IResult> NewPost(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request,
        CancellationToken cancellation) =>
        creation.PostAsync(request, null, cancellation);

    [Function(ApiCreation)]
    [Requires(Permission.EditRegister)]
    public Task<IResult> NewApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/providers")] HttpRequest request,
        CancellationToken cancellation) =>
        creation.CallAsync(request, null, cancellation);

    /// <summary>Where the forms were before.</summary>
    [Function("Providers_OperationMoved")]
    [Requires(Permission.EditRegister)]
    public IResult Moved(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "anordnare/{id:length(27)}/andra/{segment:alpha}")]
        HttpRequest request, string id, string segment) => subject.FindForm(segment) is { Name.Segment: var known }
            ? Results.Redirect($"/anordnare/{id}/gor/{known}", permanent: true)
            : Web.Pages.NotFound();
}
