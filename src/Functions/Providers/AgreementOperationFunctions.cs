using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Providers;

/// <summary>The addresses of everything that can be done with one agreement of a provider.</summary>
public sealed class AgreementOperationFunctions(
    OperationEdge<OpenAgreement> edge, AgreementSubject subject, ProviderSubject providers)
{
    public const string ApiName = "Agreements_ApiOperation";
    private const string Page = "anordnare/{id:length(27)}/avtal/{agreementId:length(27)}/gor/{operation}";
    private const string Call =
        "api/v1/providers/{id:length(27)}/agreements/{agreementId:length(27)}/actions/{operation}";

    [Function("Agreements_OperationForm")]
    [ByOperation(AgreementSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string agreementId, string operation, CancellationToken cancellation) =>
        edge.FormAsync(request, AgreementSubject.IdOf(id, agreementId), operation, cancellation);

    [Function("Agreements_OperationPost")]
    [ByOperation(AgreementSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string agreementId, string operation, CancellationToken cancellation) =>
        edge.PostAsync(request, AgreementSubject.IdOf(id, agreementId), operation, cancellation);

    [Function(ApiName)]
    [ByOperation(AgreementSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Call)] HttpRequest request, string id,
        string agreementId, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, AgreementSubject.IdOf(id, agreementId), operation, cancellation);

    /// <summary>Where the forms for a new agreement and for changed terms were before.</summary>
    [Function("Agreements_OperationMoved")]
    [Requires(Permission.EditRegister)]
    public IResult Moved(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "anordnare/{id:length(27)}/avtal/{agreement}")]
        HttpRequest request, string id, string agreement) =>
        agreement == "nytt" && providers.FindCall("sign-agreement") is { } sign
            ? Results.Redirect($"/anordnare/{id}/gor/{sign.Name.Segment}", permanent: true)
            : Id.TryParse(agreement, out var known) && subject.FindCall("change-terms") is { } change
                ? Results.Redirect($"/anordnare/{id}/avtal/{known}/gor/{change.Name.Segment}", permanent: true)
                : Web.Pages.NotFound();
}
