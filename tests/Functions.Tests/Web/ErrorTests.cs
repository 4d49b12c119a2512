using System.Net;
using System.Text.Json.Nodes;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>What people and callers see when a function fails: what to do, and nothing of how we are built.</summary>
public sealed class ErrorTests : IAsyncLifetime
{
    private AppFixture _app = null!;

    public async ValueTask InitializeAsync() => _app = await AppFixture.StartAsync(new()
    {
        Application = WorkerApplication.Oversight.Plus(typeof(FailureFunctions)),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("storage", 503, WebRefusals.Unavailable, "Systemet svarar inte just nu")]
    [InlineData("bad", 400, WebRefusals.Malformed, "Det gick inte att läsa")]
    [InlineData("refused", 415, WebRefusals.ContentType, "Det gick inte att läsa")]
    [InlineData("render", 500, WebRefusals.Failed, "Något gick fel")]
    [InlineData("result", 500, WebRefusals.Failed, "Något gick fel")]
    [InlineData("oops", 500, WebRefusals.Failed, "Något gick fel")]
    public async Task A_failure_is_a_page_in_a_browser_and_a_code_in_the_API(
        string how, int status, string code, string heading)
    {
        var client = _app.Anonymous();
        var page = await client.GetPageAsync($"/fel/{how}", (HttpStatusCode)status);
        page.QuerySelectorAll("h1").ShouldHaveSingleItem().TextContent.ShouldBe(heading);
        page.Source.Text.ShouldNotContain("hemlig");
        page.Source.Text.ShouldNotContain("Halvv");

        using var problem = await client.GetAsync($"/api/fel/{how}", TestContext.Current.CancellationToken);
        var json = await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)problem.StatusCode).ShouldBe(status);
        JsonNode.Parse(json)!["code"]!.GetValue<string>().ShouldBe(code);
        json.ShouldNotContain("hemlig");
        problem.Headers.Contains("X-Half-Done").ShouldBeFalse();
        problem.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        problem.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
    }

    [Fact]
    public async Task When_storage_does_not_answer_the_caller_is_told_when_to_try_again()
    {
        foreach (var path in new[] { "/fel/storage", "/api/fel/storage" })
        {
            using var response = await _app.Anonymous().GetAsync(path, TestContext.Current.CancellationToken);
            response.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task What_nobody_expected_is_logged_once_with_the_function_it_happened_in()
    {
        using var response = await _app.Anonymous().GetAsync("/fel/oops", TestContext.Current.CancellationToken);

        _app.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldContain("Fail_Page");
    }
}
