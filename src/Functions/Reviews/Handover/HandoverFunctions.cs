using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;

namespace Oversight.Functions.Reviews.Handover;

/// <summary>The addresses of taking over everything that was a colleague's.</summary>
public sealed class HandoverFunctions(CreationEdge<HandoverScene> edge)
{
    public const string ApiName = "ReviewHandover_Api";
    public const string Address = "/granskningar/ta-over";

    [Function("ReviewHandover_Form")]
    [Requires(Permission.Review)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "granskningar/ta-over")]
        HttpRequest request, CancellationToken cancellation) => edge.FormAsync(request, null, cancellation);

    [Function("ReviewHandover_Post")]
    [Requires(Permission.Review)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "granskningar/ta-over")] HttpRequest request,
        CancellationToken cancellation) => edge.PostAsync(request, null, cancellation);

    [Function(ApiName)]
    [Requires(Permission.Review)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/reviews/handovers")] HttpRequest request,
        CancellationToken cancellation) => edge.CallAsync(request, null, cancellation);
}
