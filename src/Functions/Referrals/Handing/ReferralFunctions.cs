using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Referrals.Screens;
using Oversight.Functions.Web;

namespace Oversight.Functions.Referrals;

/// <summary>The addresses of överlämnanden.</summary>
public sealed class ReferralFunctions(
    OperationEdge<OpenReferral> edge, CreationEdge<ReferralScene> creations, Creation<ReferralScene> propose,
    ReferralSubject subject, ReferralDesk desk)
{
    public const string ApiName = "Referrals_ApiOperation";
    public const string CreateApiName = "Referrals_ApiCreate";
    public const string List = "/overlamnanden";
    private const string New = "synpunkter/arende/{parent:length(27)}/overlamnande/nytt";
    private const string Page = "overlamnanden/{id:length(27)}/gor/{operation}";

    public static string FormOf(string concern) => $"{concern}/overlamnande/nytt";

    [Function("Referrals_Form")]
    [Requires(Permission.ReadConcerns)]
    public Task<IResult> CreateForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = New)] HttpRequest request, string parent,
        CancellationToken cancellation) => creations.FormAsync(request, parent, cancellation);

    [Function("Referrals_Post")]
    [Requires(Permission.ReadConcerns)]
    public Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = New)] HttpRequest request, string parent,
        CancellationToken cancellation) => creations.PostAsync(request, parent, cancellation);

    [Function(CreateApiName)]
    [Requires(Permission.ReadConcerns)]
    public Task<IResult> ApiCreate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/concerns/{parent:length(27)}/referrals")] HttpRequest request,
        string parent, CancellationToken cancellation) => creations.CallAsync(request, parent, cancellation);

    [Function("Referrals_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "overlamnanden/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation)
    {
        var opening = await subject.OpenAsync(request, id, cancellation);
        if (opening is not Opening<OpenReferral>.Opened { Subject: var open })
            return opening is Opening<OpenReferral>.Missing ? Pages.NotFound() : Pages.Forbidden();
        return Pages.Show<ReferralPage>(new
        {
            Open = open,
            History = await subject.HistoryAsync(open, cancellation),
            Operations = (IReadOnlyList<IOperation>)[.. subject.Operations, propose],
            Links = subject.Links(open),
            DocumentHref = open.Referral.Decision is { HandOver: true }
                && Access.Allows(open.User, Permission.ReadDocuments, open.Board)
                ? $"/dokument/{ReferralPaper.IdOf(open.Head.Id)}"
                : null,
        });
    }

    [Function("Referrals_ApiRead")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> ApiRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/referrals/{id:length(27)}")]
        HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.OpenAsync(request.User(), id, cancellation) switch
        {
            Opening<OpenReferral>.Opened { Subject: var open } =>
                ApiResult.Json(ReferralDetails.Of(open), open.Head.Version),
            Opening<OpenReferral>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };

    [Function("Referrals_ApiList")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> ApiList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/referrals")]
        HttpRequest request, CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<ReferralSummary>(
            [.. (await desk.ListAsync(request.User(), cancellation)).Select(ReferralSummary.Of)], null));

    [Function("Referrals_OperationForm")]
    [ByOperation(ReferralSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, id, operation, cancellation);

    [Function("Referrals_OperationPost")]
    [ByOperation(ReferralSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request, string id,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, id, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(ReferralSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post",
            Route = "api/v1/referrals/{id:length(27)}/actions/{operation}")] HttpRequest request,
        string id, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, id, operation, cancellation);
}
