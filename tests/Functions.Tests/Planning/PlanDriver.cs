using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Planning;
using Oversight.Functions.Storage;
using Oversight.Planning;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Planning;

/// <summary>What tests do with the årsplan of socialnämnden for 2027.</summary>
internal sealed class PlanDriver(AppFixture app)
{
    public const string Page = "/arsplan/socialnamnden/2027";

    private const string Api = "/api/v1/plans/socialnamnden/2027";

    public static async Task DraftAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/plans", new
        {
            board = "socialnamnden",
            year = 2027
        });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    public static async Task<int> VersionOfPlanAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonObject>(Api))!["version"]!.GetValue<int>();

    /// <param name="seen">Version of the stream; null sends none.</param>
    public async Task<HttpStatusCode> AdoptAsync(
        HttpClient client, int version, string reason, int? seen, string? key = null)
    {
        var on = app.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/actions/adopt")
        {
            Content = JsonContent.Create(new { version, adoptedOn = on, reason }),
        };
        if (seen is { } known)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"v{known}\""));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    public static async Task ReopenAsync(HttpClient client, string reason)
    {
        var form = await client.GetFormAsync(Page, "form[action$='/revidera']");
        using var reopened = await form.With("reason", reason).SubmitAsync();
        await reopened.ExpectAsync(HttpStatusCode.SeeOther);
    }

    public async Task<Folded<PlanState>> LoadAsync() =>
        (await app.Services.GetRequiredService<Plans>()
            .FindAsync(Social, 2027, TestContext.Current.CancellationToken))!;

    /// <summary>Every reason that is kept, shown or not.</summary>
    public async Task<IReadOnlyList<string>> ReadReasonsAsync() =>
    [
        .. (await app.Services.GetRequiredService<PrivateTexts>()
            .ReadAllAsync((await LoadAsync()).Head.StreamId, TestContext.Current.CancellationToken)).Values
            .SelectMany(entry => entry.Fields.Values),
    ];

    /// <summary>Reasons of the decisions as the page tells them, latest first.</summary>
    public static async Task<IReadOnlyList<string>> ReasonsAsync(HttpClient client) =>
    [
        .. (await client.GetPageAsync(Page))
            .QuerySelectorAll("section[aria-labelledby=fattade-beslut] td[data-label=Motivering]")
            .Select(cell => cell.TextContent.Trim()),
    ];
}
