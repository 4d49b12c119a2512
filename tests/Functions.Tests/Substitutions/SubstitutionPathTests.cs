using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Substitutions;

/// <summary>During a vikariat the substitute has what is the absent person's; before and after it, not.</summary>
public sealed class SubstitutionPathTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Todo = "/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(world.App.Clock.Now.Date);

    [Fact]
    [Trait("Requirement", "R97")]
    public async Task A_substitute_sees_and_does_what_is_the_reviewers_between_the_two_days_and_no_longer()
    {
        var (driver, reviewer) = await StartAsync();
        var substitute = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var working = new ReviewDriver(substitute, driver.Id);
        await working.DoAsync("set-scope", Scope, HttpStatusCode.Forbidden);

        var page = await ArrangeAsync(reviewer, Today.AddDays(2), Today.AddDays(4));
        (await ToDoAsync(substitute)).ShouldContain("Ett vikariat är inte taget");
        (await ToDoAsync(reviewer)).ShouldContain("Ingen har tagit ditt vikariat");
        await TakeAsync(substitute, page);
        (await ToDoAsync(substitute)).ShouldNotContain("Du vikarierar");
        await working.DoAsync("set-scope", Scope, HttpStatusCode.Forbidden);

        await world.App.Clock.AdvanceByAsync("P2D");
        (await ToDoAsync(substitute)).ShouldContain("Du vikarierar för den ansvariga granskaren.");
        (await substitute.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelector("#vikarie").ShouldNotBeNull();
        (await substitute.GetPageAsync("/")).QuerySelector(".site-user")!.TextContent
            .ShouldContain("Vikarie: Kvalitetsutvecklare");
        await working.DoAsync("set-scope", Scope);
        var colleague = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        await new ReviewDriver(colleague, driver.Id).DoAsync("set-scope", Scope, HttpStatusCode.Forbidden);
        await driver.DoAsync("set-scope", Scope);

        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await working.DoAsync("judge", Judgement);
        using (var closed = await colleague.GetAsync($"/granskningar/{driver.Id}", Cancellation))
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await world.App.Clock.AdvanceByAsync("P3D");
        using var over = await substitute.GetAsync($"/granskningar/{driver.Id}", Cancellation);
        over.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "it is sealed, and the vikariat is over");
        (await ToDoAsync(substitute)).ShouldNotContain("Du vikarierar");
    }

    [Fact]
    public async Task Jav_of_the_substitute_closes_the_review_also_during_the_vikariat()
    {
        var (driver, reviewer) = await StartAsync();
        var substitute = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        await TakeAsync(substitute, await ArrangeAsync(reviewer, Today, Today.AddDays(1)));
        var working = new ReviewDriver(substitute, driver.Id);
        await working.DoAsync("set-scope", Scope);
        await working.ReadAsync();
        using var declared = await working.TryAsync("declare-conflict", new { reason = "Min syster är chef där." });
        declared.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var closed = await substitute.GetAsync($"/granskningar/{driver.Id}", Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await substitute.GetPageAsync(Todo)).Body!.InnerHtml.ShouldNotContain(driver.Id);
    }

    [Fact]
    public async Task Whoever_has_no_right_to_the_board_is_refused_and_nobody_lends_what_is_not_theirs()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var page = await ArrangeAsync(reviewer, Today, Today.AddDays(3));
        var owner = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        using (var refused = await (await owner.GetFormAsync($"{page}/gor/ta")).SubmitAsync())
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancellation))
                .ShouldContain("Du har inte den behörighet");
        }

        var elsewhere = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        using (var closed = await elsewhere.GetAsync(page, Cancellation))
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CreateAsync(reviewer, "unitManager", ConcernApp.Social)).ShouldBe("board:substitution.not-your-role");
        (await CreateAsync(reviewer, "qualityDeveloper", ConcernApp.Elder))
            .ShouldBe("board:substitution.not-your-role");
        using var form = await owner.GetAsync("/vikariat/ny", Cancellation);
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_enhetschefs_substitute_decides_until_it_is_ended_and_the_history_is_kept()
    {
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = await world.ReportAsync(reporter);
        using (var assessed = await ConcernApp.AssessAsync(
            reviewer, concern, ConcernApp.Assessment("proposeTriggeredReview", "Allvarligt.", 4)))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        var decision = $"/synpunkter/arende/{concern}/beslut";
        (await ToDoAsync(reviewer)).ShouldNotContain(decision);

        var page = await ArrangeAsync(chief, Today, Today.AddDays(20));
        await TakeAsync(reviewer, page);
        (await ToDoAsync(reviewer)).ShouldNotContain(decision, Case.Sensitive, "Anybody could have taken it.");
        (await reviewer.GetPageAsync(page)).Body!.TextContent.ShouldContain("när den som är borta har bekräftat det");
        (await ToDoAsync(chief)).ShouldContain("Bekräfta vem som vikarierar för dig");
        using (var own = await reviewer.GetAsync($"{page}/gor/bekrafta", Cancellation))
            own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var confirmed = await (await chief.GetFormAsync($"{page}/gor/bekrafta")).SubmitAsync())
            await confirmed.ExpectAsync(HttpStatusCode.SeeOther);
        (await ToDoAsync(reviewer)).ShouldContain(decision);
        (await reviewer.GetPageAsync(decision)).QuerySelector("main form[method=post]").ShouldNotBeNull();

        using (var ended = await (await chief.GetFormAsync($"{page}/gor/avsluta"))
            .With("reason", "Tillbaka tidigare.").SubmitAsync())
            await ended.ExpectAsync(HttpStatusCode.SeeOther);
        (await ToDoAsync(reviewer)).ShouldNotContain(decision);
        var history = (await reviewer.GetPageAsync(page)).Body!.TextContent;
        foreach (var told in new[]
            { "Vikarie angiven", "Vikariatet taget", "Vikarien bekräftad", "Tillbaka tidigare.", "Avslutat" })
            history.ShouldContain(told);
        (await reviewer.GetPageAsync("/vikariat")).Body!.TextContent.ShouldContain("Avslutat");
        using var again = await reviewer.GetAsync($"{page}/gor/avsluta", Cancellation);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "it is over");
    }

    private static readonly object Scope = new
    {
        requirements = new[] { "kontaktvagar" },
        methods = new[] { "besok" },
        reason = "Därför.",
    };

    private static readonly object Judgement = new
    {
        requirement = "kontaktvagar",
        fulfilment = "met",
        source = "besok",
    };

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await driver.StartAsync(world);
        return (driver, reviewer);
    }

    private static async Task<string> ToDoAsync(HttpClient client) =>
        (await client.GetPageAsync(Todo)).QuerySelector("main")!.InnerHtml;

    /// <summary>The page of the vikariat.</summary>
    private static async Task<string> ArrangeAsync(HttpClient absent, DateOnly from, DateOnly until)
    {
        var form = await absent.GetFormAsync("/vikariat/ny");
        using var saved = await form.With("from", Day(from)).With("until", Day(until)).With("standIn", "Kollegan")
            .With("reason", "Semester.").SubmitAsync();
        await saved.ExpectAsync(HttpStatusCode.SeeOther);
        return saved.Headers.Location!.ToString().Split('?')[0];
    }

    private static async Task TakeAsync(HttpClient substitute, string page)
    {
        using var taken = await (await substitute.GetFormAsync($"{page}/gor/ta")).SubmitAsync();
        await taken.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private async Task<string> CreateAsync(HttpClient client, string role, string board)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/substitutions")
        {
            Content = JsonContent.Create(new
            {
                role,
                board,
                from = Day(Today),
                until = Day(Today),
                standIn = "Kollegan",
                reason = "Semester.",
            }),
        };
        request.Headers.Add("Idempotency-Key", Unique.Word());
        using var answer = await client.SendAsync(request, Cancellation);
        return answer.StatusCode == HttpStatusCode.UnprocessableEntity
            ? string.Join(' ', await answer.CodesAsync())
            : $"{answer.StatusCode}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
