using System.Net;
using System.Text.Json.Nodes;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>One sanction, worked on over the API by whoever it is for.</summary>
internal sealed class SanctionDriver(string id)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string Id => id;

    /// <summary>The first sanction of a review, once it is there.</summary>
    public static SanctionDriver Of(string review, int number = 1) =>
        new(SanctionIds.Of(Oversight.Id.FromValue(review), number).Value);

    public async Task<JsonNode> ReadAsync(HttpClient by)
    {
        using var response = await by.GetAsync($"/api/v1/sanctions/{id}", Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    /// <summary>What must be done.</summary>
    public async Task<JsonNode> DoAsync(HttpClient by, string operation, object? body = null)
    {
        using var response = await TryAsync(by, operation, body);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }

    /// <summary>What must be refused, with the codes that it is refused with.</summary>
    public async Task<string> RefusedAsync(HttpClient by, string operation, object? body = null)
    {
        using var response = await TryAsync(by, operation, body);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (await response.ReadJsonAsync()).ToJsonString();
    }

    public async Task<HttpResponseMessage> TryAsync(HttpClient by, string operation, object? body = null)
    {
        var version = (await ReadAsync(by))["version"]!.GetValue<int>();
        return await ReviewDriver.SendAsync(
            by, $"/api/v1/sanctions/{id}/actions/{operation}", body ?? new { }, version);
    }

    /// <summary>The documents that its page leads to, by what they are called there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PapersAsync(HttpClient by) =>
        (await by.GetPageAsync($"/sanktioner/{id}")).QuerySelectorAll("section[aria-labelledby=dokument] a")
            .ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);

    /// <summary>What every tjänsteskrivelse has.</summary>
    public static Dictionary<string, object> Paper(string? finalDate)
    {
        var paper = new Dictionary<string, object>
        {
            ["summary"] = "Granskningen visar en brist.",
            ["matter"] = "Verksamheten nås inte.",
            ["economy"] = "Inga.",
            ["children"] = false,
            ["childrenWhy"] = "Verksamheten har inga kunder som är barn.",
            ["manager"] = "Enhetschef Exempel",
        };
        if (finalDate is not null)
            paper["finalDate"] = finalDate;
        return paper;
    }
}
