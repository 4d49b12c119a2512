using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>The API for people: to read, and to try what only reads.</summary>
public sealed class ApiPages(ApiReading reading)
{
    public const string Address = "/api-beskrivning";

    [Function("ApiPages_List")]
    [Requires(Permission.ReadOwnStartPage)]
    public IResult List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api-beskrivning")] HttpRequest request) =>
        Pages.Show<ApiListPage>(new { Reading = reading });

    [Function("ApiPages_Call")]
    [Requires(Permission.ReadOwnStartPage)]
    public IResult Call(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api-beskrivning/{call}")]
        HttpRequest request, string call) =>
        Find(call) is { } found
            ? Pages.Show<ApiCallPage>(new { Call = found, Host = $"{request.Scheme}://{request.Host}" })
            : Pages.NotFound();

    /// <summary>Leads to the answer of a call that only reads, with what was filled in for its parameters.</summary>
    [Function("ApiPages_Try")]
    [Requires(Permission.ReadOwnStartPage)]
    public IResult Try(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api-beskrivning/{call}/prova")]
        HttpRequest request, string call)
    {
        if (Find(call) is not { Method: "GET" } found)
            return Pages.NotFound();
        var path = found.Path;
        var query = new QueryString();
        foreach (var parameter in found.Parameters)
        {
            var value = request.Query[parameter.Value.Name].ToString().Trim();
            if (parameter.Place == "path" && value.Length == 0)
                return Results.Redirect($"{Address}/{found.Id}");
            if (parameter.Place == "path")
                path = path.Replace(
                    $"{{{parameter.Value.Name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            else if (parameter.Place == "query" && value.Length > 0)
                query = query.Add(parameter.Value.Name, value);
        }

        return Results.Redirect(path + query.ToUriComponent());
    }

    private ApiCall? Find(string call) => reading.Calls.FirstOrDefault(known => known.Id == call);
}
