using System.Net;
using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Concerns;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews.Ending;

/// <summary>From the approved åtgärdsplan to the follow-up in January and the final date, 28 February.</summary>
public sealed class FollowUpPathTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R27")]
    [Trait("Requirement", "R70")]
    [Trait("Requirement", "R71")]
    [Trait("Requirement", "R82")]
    [Trait("Requirement", "R106")]
    [Trait("Requirement", "R107")]
    [Trait("Requirement", "R108")]
    public async Task Findings_are_followed_up_in_January_before_the_final_date_and_what_remains_leads_to_a_new_review()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.AwaitingPlan);
        await driver.DoAsync("approve-plan", new { reason = "Räcker." });
        (await reviewer.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Sätt en sista dag för bristerna hos Björkens ledsagning");
        foreach (var (body, code) in new (object, string)[]
        {
            (new { day = "2027-02-28", followUpOn = "2027-02-28" }, "review.follow-up-not-before"),
            (new { day = "2027-02-28", checkOn = "2027-02-28" }, "review.check-not-after"),
            (new { day = "2027-01-15" }, "review.day-too-early"),
            (new { }, "review.day-missing"),
        })
        {
            await driver.ReadAsync();
            using var wrong = await driver.TryAsync("set-final-date", body);
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, code);
            (await wrong.Content.ReadAsStringAsync(Cancellation)).ShouldContain(code);
        }

        var planned = await driver.DoAsync("set-final-date", new { day = "2027-02-28", followUpOn = "2027-01-29" });
        Days(planned).ShouldBe(("2027-02-28", "2027-01-29", "2027-03-22"));
        Remaining(planned).ShouldBe(["review.findings-remain", "review.follow-up-open"]);
        await world.App.Clock.AdvanceByAsync("PT2M");
        var plan = await ReviewPapers.UsedAsync(reviewer, (await PapersAsync(reviewer, driver))["Åtgärdsplan"]);
        plan.ShouldContain("Alla brister ska vara åtgärdade senast 28 februari 2027.");
        plan.ShouldContain("De följs upp i januari 2027, 29 januari 2027");

        await world.App.Clock.AdvanceToAsync(new DateTimeOffset(2027, 1, 29, 9, 0, 0, TimeSpan.FromHours(1)));
        (await reviewer.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Följ upp bristerna hos Björkens ledsagning");
        await driver.ReadAsync();
        await driver.DoAsync(
            "record-follow-up", new { madeOn = "2027-01-29", method = "besok", result = "Klart." },
            HttpStatusCode.UnprocessableEntity);
        await FollowAsync(driver, "begun", isEnough: false);
        var followed = await driver.DoAsync(
            "record-follow-up",
            new { madeOn = "2027-01-29", method = "besok", result = "Växeln är beställd men inte på plats." });
        followed["followUps"]!.AsArray().Single()!["kind"]!.GetValue<string>().ShouldBe("followUp");
        Remaining(followed).ShouldBe(["review.findings-remain", "review.check-open"]);
        await world.App.Clock.AdvanceByAsync("PT2M");
        var first = await ReviewPapers.UsedAsync(
            reviewer, (await PapersAsync(reviewer, driver))["Uppföljningsrapport 1"]);
        foreach (var said in new[]
        {
            "Uppföljning gjordes 29 januari 2027.", "Kvarstår", "Påbörjad", "Vi ringde tio gånger.",
            "Växeln är beställd", "Bristerna ska vara åtgärdade senast 28 februari 2027.",
            "De kontrolleras 22 mars 2027.", "Kvalitetsutvecklare",
        })
            first.ShouldContain(said);

        await world.App.Clock.AdvanceToAsync(new DateTimeOffset(2027, 3, 22, 9, 0, 0, TimeSpan.FromHours(1)));
        await FollowAsync(driver, "remaining", isEnough: false);
        var weak = await driver.DoAsync(
            "record-follow-up", new { madeOn = "2027-03-22", method = "besok", result = "Ingen ny växel." });
        weak["proposesSuccessor"]!.GetValue<bool>().ShouldBeTrue();
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await ReviewPapers.UsedAsync(reviewer, (await PapersAsync(reviewer, driver))["Uppföljningsrapport 2"]))
            .ShouldContain("En ny granskning inom 6 månader föreslås.");

        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        page.Body!.TextContent.ShouldContain("Brister kvarstår efter den sista dagen");
        page.QuerySelector("section[aria-labelledby=aterstar]")!.TextContent.ShouldContain("1 brist är inte åtgärdad");
        using (var not = await new ReviewDriver(reviewer, driver.Id).TryAsync("open-successor", new { reason = "Ja." }))
            not.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Ta ställning till en ny granskning av Björkens ledsagning");
        var succeeded = await new ReviewDriver(chief, driver.Id)
            .DoAsync("open-successor", new { reason = "Bristen är densamma." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var successor = new ReviewDriver(reviewer, succeeded["successor"]!.GetValue<string>());
        var next = await successor.ReadAsync();
        (next["follows"]!.GetValue<string>(), next["status"]!.GetValue<string>(), next["kind"]!.GetValue<string>())
            .ShouldBe((driver.Id, "toStart", "triggered"));
        (await reviewer.GetPageAsync($"/granskningar/{successor.Id}"))
            .QuerySelector($"a[href='/granskningar/{driver.Id}']").ShouldNotBeNull();
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelector($"a[href='/granskningar/{successor.Id}']").ShouldNotBeNull();
        (await reviewer.GetPageAsync($"/granskningar/{successor.Id}")).Body!.TextContent
            .ShouldContain("Den ska börja senast 22 september 2027");
        (await driver.DoAsync("close", ReviewDriver.Closing))["ending"]!.GetValue<string>().ShouldBe("completed");
    }

    private static (string, string, string) Days(JsonNode review)
    {
        var final = review["finalDate"]!;
        return (final["day"]!.GetValue<string>(), final["followUpOn"]!.GetValue<string>(),
            final["checkOn"]!.GetValue<string>());
    }

    private static IEnumerable<string> Remaining(JsonNode review) =>
        review["remaining"]!.AsArray().Select(code => code!.GetValue<string>());

    private static Task<JsonNode> FollowAsync(ReviewDriver driver, string status, bool isEnough) => driver.DoAsync(
        "follow-finding", new { finding = 1, status, evidence = "Vi ringde tio gånger.", isEnough });

    private static Task<IReadOnlyDictionary<string, string>> PapersAsync(HttpClient reviewer, ReviewDriver driver) =>
        ReviewPapers.OfAsync(reviewer, driver.Id);
}
