using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Providers.Api;

public sealed class UnitApi(UnitSubject subject)
{
    [Function("UnitApi_Get")]
    [Requires(Permission.ReadRegister)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/v1/units/{id:length(27)}")]
        HttpRequest request, string id,
        CancellationToken cancellation) =>
        await subject.OpenAsync(request, id, cancellation) is Opening<OpenUnit>.Opened { Subject: var open }
            ? ApiResult.Json(await subject.DescribeAsync(open, cancellation), open.Head.Version)
            : Problems.NotFound();
}
