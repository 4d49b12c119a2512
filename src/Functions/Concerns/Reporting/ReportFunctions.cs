using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Concerns.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>The addresses of reporting, and the receipt.</summary>
public sealed class ReportFunctions(CreationEdge<ReportScene> edge, ConcernDesk desk, ReportDraft draft)
{
    public const string ApiName = "Concerns_ApiReport";

    [Function("Concerns_ReportForm")]
    [Requires(Permission.ReportConcern)]
    public async Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/ny")] HttpRequest request,
        CancellationToken cancellation)
    {
        await draft.PrepareAsync(request, cancellation);
        return await edge.FormAsync(request, null, cancellation);
    }

    [Function("Concerns_ReportPost")]
    [Requires(Permission.ReportConcern)]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "synpunkter/ny")] HttpRequest request,
        CancellationToken cancellation)
    {
        await draft.PrepareAsync(request, cancellation);
        return await edge.PostAsync(request, null, cancellation);
    }

    [Function(ApiName)]
    [Requires(Permission.ReportConcern)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/concerns")] HttpRequest request,
        CancellationToken cancellation) => edge.CallAsync(request, null, cancellation);

    [Function("Concerns_Receipt")]
    [Requires(Permission.ReadOwnConcerns)]
    public async Task<IResult> Receipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "synpunkter/kvitto/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation)
    {
        await draft.PrepareAsync(request, cancellation);
        return await desk.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenConcern>.Opened { Subject: { Access.IsReporter: true } open } =>
                Pages.Show<ConcernReceiptPage>(new { Concern = open }),
            Opening<OpenConcern>.Missing => Pages.NotFound(),
            _ => Pages.Forbidden(),
        };
    }
}
