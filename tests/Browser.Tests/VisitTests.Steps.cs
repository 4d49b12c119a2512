using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oversight.Browser.Tests.Infrastructure;
using Oversight.Testkit;

namespace Oversight.Browser.Tests;

public sealed partial class VisitTests
{
    private const string Other = "en-annan-granskare";

    private static readonly string[] Requirements =
    [
        "kontaktvagar", "bestallning", "byte-av-ansvarig", "dokumentation-sol", "genomforandeplan", "ledningssystem",
        "riskanalyser", "egenkontroll", "bemanning", "kompetens",
    ];

    private async Task<IBrowserContext> TabletAsync(bool script = true)
    {
        var app = (await world.DemonstrationAsync()).App;
        var tablet = await world.NobodyAsync(app, script);
        await People.SignInAsync(tablet, app, Role.QualityDeveloper);
        return tablet;
    }

    private async Task<(IPage Page, ReviewBeside Review)> OpenAsync(IBrowserContext tablet)
    {
        var demonstration = await world.DemonstrationAsync();
        var review = await ReviewBeside.JoinAsync(demonstration.App, demonstration.Address("{review-underway}"));
        var page = await tablet.NewPageAsync();
        await page.SetViewportSizeAsync(810, 1080);
        await page.GotoAsync(demonstration.Address("/granskningar/{review-underway}/besok"));
        return (page, review);
    }

    private static ILocator Row(IPage page, int row) => page.Locator("[data-row]").Nth(row);

    private static async Task JudgeAsync(IPage page, int row, string evidence)
    {
        var form = Row(page, row);
        await form.Locator("label").Filter(new() { HasTextRegex = new Regex("^\\s*Ej uppfyllt\\s*$") }).ClickAsync();
        await form.Locator("select").SelectOptionAsync("besok");
        await form.Locator("textarea").FillAsync(evidence);
    }

    private static Task ExpectStatusAsync(IPage page, string text) =>
        Assertions.Expect(page.Locator("[data-status]"))
            .ToHaveTextAsync(new Regex(text), new() { Timeout = 20_000 });

    /// <summary>Another member of the staff, as the local sign-in page would have it.</summary>
    private async Task SignInAsync(IBrowserContext context, string user)
    {
        var app = (await world.DemonstrationAsync()).App;
        string[] fields =
        [
            $"user={user}", "name=Annan", $"role={RoleValues.Of(Role.QualityDeveloper)}",
            .. AppFixture.AllBoards.Select(board => $"board={board}"),
        ];
        var answer = await context.APIRequest.PostAsync("/.auth/login/local", new APIRequestContextOptions
        {
            Headers = new Dictionary<string, string>
            {
                ["Origin"] = app.Address.GetLeftPart(UriPartial.Authority),
                ["Content-Type"] = "application/x-www-form-urlencoded",
            },
            DataString = string.Join('&', fields),
            MaxRedirects = 0,
        });
        answer.Status.ShouldBe(303);
    }

    /// <summary>Another reviewer, who works over the API.</summary>
    private sealed class ReviewBeside(HttpClient client, string id)
    {
        private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

        public static async Task<ReviewBeside> JoinAsync(AppFixture app, string id)
        {
            var beside = new ReviewBeside(
                await app.SignInAsync(Other, Role.QualityDeveloper, [.. AppFixture.AllBoards]), id);
            using var joined = await beside.SendAsync("join", new { });
            joined.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Forbidden);
            if (joined.StatusCode == HttpStatusCode.OK)
                await beside.WidenAsync();
            return beside;
        }

        public async Task<(int Version, IReadOnlyList<string> Evidence)> ReadAsync()
        {
            var read = await client.GetFromJsonAsync<JsonElement>($"/api/v1/reviews/{id}", Cancellation);
            return (read.GetProperty("version").GetInt32(),
                [.. read.GetProperty("judgements").EnumerateArray()
                    .Select(judged => judged.TryGetProperty("evidence", out var text) ? text.GetString() : null)
                    .OfType<string>()]);
        }

        /// <summary>A row for each test.</summary>
        private async Task WidenAsync()
        {
            using var widened = await SendAsync("set-scope",
                new { requirements = Requirements, methods = new[] { "besok" }, reason = "Hela verksamheten." });
            widened.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        public async Task JudgeAsync(string requirement, string evidence)
        {
            using var judged = await SendAsync("judge",
                new { requirement, fulfilment = "notFully", source = "dokument", evidence });
            judged.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        private async Task<HttpResponseMessage> SendAsync(string operation, object body)
        {
            var (version, _) = await ReadAsync();
            using var request = new HttpRequestMessage(
                HttpMethod.Post, $"/api/v1/reviews/{id}/actions/{operation}")
            { Content = JsonContent.Create(body) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
            return await client.SendAsync(request, Cancellation);
        }
    }
}
