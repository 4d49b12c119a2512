using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Reviews;

public sealed class ReviewApi(ReviewSubject subject, ReviewLists lists)
{
    [Function("ReviewApi_List")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/reviews")] HttpRequest request,
        CancellationToken cancellation) =>
        ApiResult.Json(new ListPage<ReviewRow>(await lists.ForAsync(request.User(), cancellation), null));

    [Function("ReviewApi_Read")]
    [Requires(Permission.ReadReviews)]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/reviews/{id:length(27)}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) switch
        {
            Opening<OpenReview>.Opened { Subject: var open } => ApiResult.Json(await subject.DescribeAsync(open, cancellation), open.Head.Version),
            Opening<OpenReview>.Missing => Problems.NotFound(),
            _ => Problems.Forbidden(),
        };
}

internal sealed class ReviewApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("ReviewApi_List", "Granskningarna i de egna nämnderna.", Response: typeof(ListPage<ReviewRow>)),
        new("ReviewApi_Read", "En granskning med bedömningar och brister.", Response: typeof(ReviewDetails)),
    ];
}
