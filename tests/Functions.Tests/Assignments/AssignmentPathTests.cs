using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Assignments;

/// <summary>The final report gives the handläggare something to do.</summary>
public sealed class AssignmentPathTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R26")]
    public async Task A_handlaggare_finds_the_task_and_does_it_and_the_review_shows_what_is_open()
    {
        var (driver, reviewer) = await StartAsync();
        (await CreateAsync(reviewer, driver.Id)).ShouldBe("No: assignment.no-report");
        await ReportAsync(driver);
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var elsewhere = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Elder);
        var review = $"/granskningar/{driver.Id}";
        (await reviewer.GetPageAsync(review)).QuerySelector($"a[href='{review}/uppgift/ny']").ShouldNotBeNull();

        var what = $"Följ upp besluten. {Unique.Word()}";
        using (var given = await (await reviewer.GetFormAsync($"{review}/uppgift/ny"))
            .With("what", what).With("whom", "Team Väst").With("until", Day(10)).SubmitAsync())
        {
            await given.ExpectAsync(HttpStatusCode.SeeOther);
            var page = given.Headers.Location!.ToString().Split('?')[0];
            (await ToDoAsync(officer)).ShouldContain(page);
            (await ToDoAsync(elsewhere)).ShouldNotContain(page);
            (await CloseAsync(driver)).ShouldContain("review.assignment-open");
            (await reviewer.GetPageAsync(review)).QuerySelector("section[aria-labelledby=aterstar]")!.TextContent
                .ShouldContain("1 uppgift till handläggarna är inte klar");
            (await ToDoAsync(reviewer)).ShouldNotContain(page);
            var read = await officer.GetPageAsync(page);
            read.Body!.TextContent.ShouldContain(what);
            read.Body!.TextContent.ShouldContain("Team Väst");
            read.QuerySelector($"a[href='{review}']").ShouldBeNull("a handläggare does not read the review");
            using var closed = await elsewhere.GetAsync(page, Cancellation);
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

            await world.App.Clock.AdvanceByAsync("P11D");
            (await officer.GetPageAsync("/")).QuerySelector($"li[data-late] a[href='{page}']").ShouldNotBeNull();
            (await reviewer.GetPageAsync(review)).QuerySelector("#uppgifter")!.ParentElement!.TextContent
                .ShouldContain("försenad");
            using (var not = await reviewer.GetAsync($"{page}/gor/klar", Cancellation))
                not.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "it is the handläggare's");
            using var done = await (await officer.GetFormAsync($"{page}/gor/klar"))
                .With("word", "Besluten är omprövade.").SubmitAsync();
            await done.ExpectAsync(HttpStatusCode.SeeOther);
            (await ToDoAsync(officer)).ShouldNotContain(page);
            (await reviewer.GetPageAsync(page)).Body!.TextContent.ShouldContain("Besluten är omprövade.");
        }

        var told = (await reviewer.GetPageAsync(review)).QuerySelector("#uppgifter")!.ParentElement!.TextContent;
        told.ShouldContain("Klar");
        told.ShouldNotContain("försenad");
        await driver.DoAsync("close", ReviewDriver.Closing);
        (await CreateAsync(reviewer, driver.Id)).ShouldBe("Forbidden", "it would keep nothing open");
    }

    private static async Task<string> CloseAsync(ReviewDriver driver)
    {
        await driver.ReadAsync();
        using var refused = await driver.TryAsync("close", ReviewDriver.Closing);
        return await refused.Content.ReadAsStringAsync(Cancellation);
    }

    [Fact]
    public async Task A_task_is_given_over_the_API_withdrawn_by_reviewers_and_closed_with_a_sealed_review()
    {
        var (driver, reviewer) = await StartAsync();
        await ReportAsync(driver);
        var colleague = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        (await CreateAsync(colleague, driver.Id)).ShouldBe("Forbidden");
        var withdrawn = await CreateAsync(reviewer, driver.Id);
        var kept = await CreateAsync(reviewer, driver.Id);
        using (var gone = await ActAsync(reviewer, withdrawn, "withdraw", new { reason = "Behövs inte." }))
            (await gone.ReadJsonAsync())["status"]!.GetValue<string>().ShouldBe("withdrawn");
        using (var over = await ActAsync(officer, withdrawn, "complete", new { word = "Klart." }, 2))
            (await over.Content.ReadAsStringAsync(Cancellation)).ShouldContain("assignment.not-open");
        (await officer.GetStringAsync("/api/v1/assignments", Cancellation)).ShouldContain(kept);

        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        (await ToDoAsync(officer)).ShouldNotContain(kept);
        using var closed = await officer.GetAsync($"/api/v1/assignments/{kept}", Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CreateAsync(reviewer, driver.Id)).ShouldBe("No: assignment.is-sealed");
    }

    private static async Task ReportAsync(ReviewDriver driver)
    {
        await driver.DoAsync("set-scope", new
        {
            requirements = new[] { "kontaktvagar" },
            methods = new[] { "besok" },
            reason = "Därför.",
        });
        await driver.DoAsync("judge", new { requirement = "kontaktvagar", fulfilment = "met", source = "besok" });
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "Inga brister." });
    }

    private static async Task<string> ToDoAsync(HttpClient client) =>
        (await client.GetPageAsync("/")).QuerySelector("main")!.InnerHtml;

    private static async Task<HttpResponseMessage> ActAsync(
        HttpClient client, string id, string operation, object body, int version = 1)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/api/v1/assignments/{id}/actions/{operation}")
        { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        return await client.SendAsync(request, Cancellation);
    }

    /// <summary>The id of the task, or why there is none.</summary>
    private async Task<string> CreateAsync(HttpClient client, string review)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reviews/{review}/assignments")
        {
            Content = JsonContent.Create(new { what = "Följ upp.", until = Day(30) }),
        };
        request.Headers.Add("Idempotency-Key", Unique.Word());
        using var answer = await client.SendAsync(request, Cancellation);
        if (answer.StatusCode == HttpStatusCode.Created)
            return (await answer.ReadJsonAsync())["id"]!.GetValue<string>();
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        return answer.StatusCode == HttpStatusCode.UnprocessableEntity
            ? $"No: {System.Text.RegularExpressions.Regex.Match(body, "assignment\\.[a-z-]+").Value}"
            : $"{answer.StatusCode}";
    }

    private string Day(int ahead) => DateOnly.FromDateTime(world.App.Clock.Now.Date).AddDays(ahead)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.StartAsync(world);
        return (driver, reviewer);
    }
}
