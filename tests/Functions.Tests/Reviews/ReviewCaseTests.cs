using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>The registrator opens the ärende of a review before anything of it is sent.</summary>
public sealed class ReviewCaseTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Number = "SOCN 2027-00044";

    [Fact]
    [Trait("Requirement", "R76")]
    public async Task Nothing_is_sent_before_the_registrator_has_opened_the_arende_and_then_with_its_number()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var registrar = await world.SomebodyAsync(Role.Registrar, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        (await RowAsync(registrar, driver)).ShouldBeNull("It has not begun.");
        using (var early = await registrar.GetAsync(FormOf(driver), ConcernApp.Cancellation))
            early.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await driver.DoAsync("start");
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar" },
            methods = new[] { "besok" },
            reason = "Därför."
        });
        await driver.ReadAsync();
        using (var refused = await driver.TryAsync("ask-supplement", new { asked = "Rutinen." }))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.Content.ReadAsStringAsync(ConcernApp.Cancellation)).ShouldContain("review.no-case");
        }

        (await registrar.GetPageAsync("/")).QuerySelector("main")!.TextContent
            .ShouldContain("Öppna ärenden för granskningar");
        (await RowAsync(registrar, driver)).ShouldNotBeNull().ShouldContain("Björkens ledsagning");
        await registrar.OpenCaseAsync(driver.Id, Number);
        (await RowAsync(registrar, driver)).ShouldBeNull();
        (await RowAsync(registrar, driver, "oppnade-arenden")).ShouldNotBeNull().ShouldContain(Number);

        await driver.DoAsync("ask-supplement", new { asked = "Rutinen." });
        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        page.QuerySelector(".facts")!.TextContent.ShouldContain(Number);
        page.QuerySelectorAll(".timeline-head").ShouldContain(head => head.TextContent.Contains("Ärendet öppnat"));
        // The document has the number in its head, and the registrator confirms it.
        var request = page.QuerySelectorAll("section[aria-labelledby=dokument] a")
            .Single(link => link.TextContent.StartsWith("Begäran om komplettering", StringComparison.Ordinal))
            .GetAttribute("href")!;
        (await registrar.GetFormAsync($"{request}/gor/diariefor", "form[action$=diariefor]"))["number"]
            .ShouldBe(Number);
    }

    [Fact]
    public async Task Only_registrators_of_the_board_without_a_conflict_of_interest_open_an_arende()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        var other = await world.SomebodyAsync(Role.Registrar, ConcernApp.Elder);
        var both = await world.App.SignInAsync(
            ConcernApp.NewUser(), [Role.QualityDeveloper, Role.Registrar], [ConcernApp.Social]);
        (await RowAsync(both, driver)).ShouldNotBeNull();
        await new ReviewDriver(both, driver.Id).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        foreach (var client in new[] { reviewer, other, both })
        {
            using var form = await client.GetAsync(FormOf(driver), ConcernApp.Cancellation);
            form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            using var posted = await client.PostFormAsync(FormOf(driver), [new("number", Number)]);
            posted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await RowAsync(other, driver)).ShouldBeNull();
        (await RowAsync(both, driver)).ShouldBeNull();
    }

    private static string FormOf(ReviewDriver driver) => $"/diariet/granskning/{driver.Id}/gor/oppna-arende";

    private static async Task<string?> RowAsync(HttpClient client, ReviewDriver driver, string section = "arenden") =>
        (await client.GetPageAsync("/diariet")).QuerySelectorAll($"section[aria-labelledby={section}] tbody tr")
            .SingleOrDefault(row => row.QuerySelector("a")!.GetAttribute("href") == FormOf(driver))?.TextContent;
}
