using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Oversight.Host.Tests.SignIn;

public sealed class PrincipalFunctions
{
    [Function("Principal")]
    public IResult Principal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "principal")] HttpRequest request) =>
        Results.Text(request.Headers["X-MS-CLIENT-PRINCIPAL"].ToString());
}
