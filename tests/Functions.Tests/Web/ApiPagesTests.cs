using System.Net;
using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Web;

/// <summary>The API for people: all of it is there, and what only reads can be tried.</summary>
[Collection(nameof(ConcernApp))]
public sealed class ApiPagesTests(ConcernApp world)
{
    [Fact]
    public async Task Every_call_of_the_description_has_a_page()
    {
        var reader = await world.SomebodyAsync(Role.CaseOfficer);
        var document = JsonNode.Parse(await reader.GetStringAsync("/api/openapi.json", ConcernApp.Cancellation))!;
        var calls = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(call => call.Value!["operationId"]!.GetValue<string>()).ToList();

        var list = await reader.GetPageAsync("/api-beskrivning");
        list.QuerySelectorAll(".api-calls a").Select(link => link.GetAttribute("href")!.Split('/')[^1])
            .ShouldBe(calls, ignoreOrder: true);
        foreach (var call in calls)
            (await reader.GetPageAsync($"/api-beskrivning/{call}")).QuerySelector(".api-code")!.TextContent
                .ShouldStartWith("curl -X ");
        list.QuerySelectorAll("script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_says_what_to_send_and_what_it_means()
    {
        var page = await (await world.SomebodyAsync(Role.CaseOfficer))
            .GetPageAsync("/api-beskrivning/Concerns_ApiReport");
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("POST /api/v1/concerns");
        text.ShouldContain("consequence");
        text.ShouldContain("Vilken konsekvens fick det?");
        text.ShouldContain("-H 'Idempotency-Key: ");
        text.ShouldContain("Reglerna säger nej.");
    }

    [Fact]
    public async Task What_only_reads_is_tried_with_what_was_filled_in()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        using var tried = await reporter.GetAsync($"/api-beskrivning/Concerns_ApiGet/prova?id={id}",
            ConcernApp.Cancellation);
        tried.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        tried.Headers.Location!.ToString().ShouldBe($"/api/v1/concerns/{id}");

        using var elsewhere = await reporter.GetAsync(
            "/api-beskrivning/Concerns_ApiGet/prova?id=%2F%2Felak.example%3Fx", ConcernApp.Cancellation);
        elsewhere.Headers.Location!.ToString().ShouldBe("/api/v1/concerns/%2F%2Felak.example%3Fx");
        using var writes = await reporter.GetAsync("/api-beskrivning/Concerns_ApiReport/prova",
            ConcernApp.Cancellation);
        writes.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_reads_it()
    {
        using var response = await world.App.Anonymous().GetAsync("/api-beskrivning", ConcernApp.Cancellation);
        response.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }
}
