using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.MorningLetters.Screens;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.MorningLetters;

/// <summary>The page <em>Morgonbrev</em>, and the addresses of what is done there.</summary>
public sealed class MorningLetterFunctions(
    OperationEdge<OpenMorningLetter> edge, MorningLetterSubject subject, MorningLetterDesk desk, StockholmTime time)
{
    public const string ApiName = "MorningLetters_ApiOperation";
    public const string Address = "/morgonbrev";
    private const string Page = "morgonbrev/gor/{operation}";

    /// <summary>There is one for each person, whom the request names.</summary>
    private const string Own = "";

    [Function("MorningLetters_Read")]
    [Requires(Permission.ReadOwnStartPage)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "morgonbrev")] HttpRequest request,
        CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(request.User(), cancellation);
        return Pages.Show<MorningLetterPage>(new
        {
            Open = open,
            subject.Operations,
            Links = subject.Links(open),
            PauseAfterDays = open.InForce.Settings.StaffRulesOn(time.Today())?.LettersPauseAfterDays,
        });
    }

    [Function("MorningLetters_Form")]
    [ByOperation(MorningLetterSubject.SubjectName)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Page)] HttpRequest request,
        string operation, CancellationToken cancellation) => edge.FormAsync(request, Own, operation, cancellation);

    [Function("MorningLetters_Post")]
    [ByOperation(MorningLetterSubject.SubjectName)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Page)] HttpRequest request,
        string operation, CancellationToken cancellation) => edge.PostAsync(request, Own, operation, cancellation);

    [Function(ApiName)]
    [ByOperation(MorningLetterSubject.SubjectName)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/morning-letter/actions/{operation}")]
        HttpRequest request, string operation, CancellationToken cancellation) =>
        edge.CallAsync(request, Own, operation, cancellation);

    [Function("MorningLetters_ApiRead")]
    [Requires(Permission.ReadOwnStartPage)]
    public async Task<IResult> ApiRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/morning-letter")]
        HttpRequest request, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(request.User(), cancellation);
        return ApiResult.Json(MorningLetterAnswer.Of(open), open.Head.Version);
    }
}
