using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// One reporter's concerns as an outsider can count them: over HTTP, in every list where each must stand once.
/// </summary>
internal sealed class ConcernLedger(HttpClient reporter, HttpClient assessor, string board = ConcernApp.Elder)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static object Concern(string text, string? unitId) => unitId is null
        ? new
        {
            unknownProvider = "Okänd firma",
            board = ConcernApp.Elder,
            service = "hemtjanst",
            text,
            occurred = "2027-01-12",
            consequence = "ingen"
        }
        : new { unitId, service = "hemtjanst", text, occurred = "2027-01-12", consequence = "ingen" };

    public static Task<HttpResponseMessage> SendAsync(
        HttpClient client, string key, object concern, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
        { Content = JsonContent.Create(concern, options: StoredJson.Options) };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, cancellation);
    }

    /// <summary>The text of the concern; null when there is no such concern.</summary>
    public async Task<string?> FindTextAsync(string id)
    {
        using var response = await reporter.GetAsync($"/api/v1/concerns/{id}", Cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        await response.ExpectAsync(HttpStatusCode.OK);
        var concern = await response.ReadJsonAsync();
        concern["version"]!.GetValue<int>().ShouldBe(1);
        return concern["text"]?.GetValue<string>() ?? "";
    }

    /// <summary>
    /// Ids in <em>Mina synpunkter</em>, in the list of the board and in the inbox, as often as they stand there.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ListsAsync() =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["mine"] = await PagesAsync(reporter, "/api/v1/concerns/mine?page="),
            ["board"] = await PagesAsync(assessor, $"/api/v1/concerns?board={board}&page="),
            ["inbox"] = await OfInboxAsync(),
        };

    public async Task ShouldHoldAsync(IReadOnlyCollection<string> ids)
    {
        foreach (var (list, found) in await ListsAsync())
            found.Order(StringComparer.Ordinal).ShouldBe(ids.Order(StringComparer.Ordinal), $"in the list '{list}'");
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(HttpClient client, string address)
    {
        var ids = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await ReadAsync(client, address + Uri.EscapeDataString(next));
            ids.AddRange(Ids(page));
            next = page["nextPage"]?.GetValue<string>();
        }

        return ids;
    }

    private async Task<IReadOnlyList<string>> OfInboxAsync()
    {
        var ids = new List<string>();
        for (var page = $"/synpunkter/inkorg?namnd={board}"; page is not null;)
        {
            var shown = await assessor.GetPageAsync(page);
            ids.AddRange(shown.QuerySelectorAll("main a[href^='/synpunkter/arende/']")
                .Select(link => link.GetAttribute("href")!["/synpunkter/arende/".Length..].Split('?')[0]));
            page = shown.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }

        return ids;
    }

    private static List<string> Ids(JsonNode list) =>
        [.. list["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];

    private static async Task<JsonNode> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancellation);
        await response.ExpectAsync(HttpStatusCode.OK);
        return await response.ReadJsonAsync();
    }
}
