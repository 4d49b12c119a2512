using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

public sealed class OpenApiFunctions(OpenApiDocument document)
{
    [Function("OpenApi_Get")]
    [Open("Describes the API; holds nothing of what the API answers.")]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Results.Text(document.Json, "application/json; charset=utf-8");
}
