using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Planning;

/// <summary>
/// People steer a plan, try another capacity, finish it for the board and follow it up, on its pages.
/// </summary>
[Trait("Requirement", "R54")]
public class PlanSteeringOverHttpTests
{
    private const string Page = PlanDriver.Page;
    private static readonly DateTimeOffset February = new(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_is_taken_out_with_a_reason_and_let_in_again_by_the_analysis()
    {
        await using var app = await StartAsync();
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);
        (await ChosenAsync(developer)).ShouldContain("Oroliga huset");

        var form = await developer.GetFormAsync($"{Page}/gor/styr", "form[action$='/styr']");
        using var refused = await form.With("unit", IdOf("Oroliga huset").Value).With("kind", "out")
            .With("quarter", "2").With("reason", " ").SubmitAsync();
        await refused.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        Errors(await refused.ReadPageAsync()).ShouldBe(["#falt-reason", "#falt-quarter"], ignoreOrder: true);

        var again = await developer.GetFormAsync($"{Page}/gor/styr", "form[action$='/styr']");
        using var done = await again.With("unit", IdOf("Oroliga huset").Value).With("kind", "out")
            .With("reason", "IVO granskar <nu>.").SubmitAsync();
        await done.ExpectAsync(HttpStatusCode.SeeOther);
        (await ChosenAsync(developer)).ShouldNotContain("Oroliga huset");
        var page = await developer.GetPageAsync(Page);
        page.QuerySelector("section[aria-labelledby=bestamt]")!.TextContent.ShouldContain("IVO granskar <nu>.");
        page.QuerySelector("section[aria-labelledby=inte-valda]")!.TextContent.ShouldContain("Särskilt beslutat");

        var free = await developer.GetFormAsync(
            page.QuerySelector("section[aria-labelledby=bestamt] a")!.GetAttribute("href")!, "form[action$='/styr']");
        (free["unit"], free["kind"]).ShouldBe((IdOf("Oroliga huset").Value, "free"));
        using var freed = await free.With("reason", "IVO är klar.").SubmitAsync();
        await freed.ExpectAsync(HttpStatusCode.SeeOther);
        (await ChosenAsync(developer)).ShouldContain("Oroliga huset");
    }

    [Fact]
    public async Task Another_capacity_is_tried_without_a_trace_and_then_kept_with_a_reason()
    {
        await using var app = await StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");

        var wrong = await owner.GetPageAsync($"{Page}/prova?days1=två&days2=0&minimumShare=300");
        wrong.QuerySelector("main form")!.ParentElement!.TextContent
            .ShouldContain("Granskningsdagar kvartal 1: skriv ett");
        wrong.QuerySelectorAll("section[aria-labelledby=skillnad]").ShouldBeEmpty();
        (await owner.GetPageAsync($"{Page}/prova?minimumShare=300")).Body!.TextContent
            .ShouldContain("Andelarna ska vara minst 0 och tillsammans högst 100 procent.");
        var tried = await owner.GetPageAsync($"{Page}/prova?days1=0&days2=0&days3=0&days4=4");
        tried.Body!.TextContent.ShouldContain("Med de här talen får planen 1 granskning, 4 av 4 dagar.");
        (await PlanAsync(owner)).GetProperty("version").GetInt32().ShouldBe(1);

        var href = tried.QuerySelector("a[href*='/gor/kapacitet']")!.GetAttribute("href")!;
        var form = await owner.GetFormAsync(href, "form[action$='/kapacitet']");
        form["days4"].ShouldBe("4");
        using var kept = await form.With("reason", "Två granskare har slutat.").SubmitAsync();
        await kept.ExpectAsync(HttpStatusCode.SeeOther);
        var plan = await PlanAsync(owner);
        plan.GetProperty("version").GetInt32().ShouldBe(2);
        plan.GetProperty("daysPerQuarter").EnumerateArray().Select(days => days.GetInt32()).ShouldBe([0, 0, 0, 4]);
        plan.GetProperty("reviews").GetArrayLength().ShouldBe(1);
        (await owner.GetPageAsync($"{Page}/jamfor?fran=1&till=2")).Body!.TextContent.ShouldContain("Går ut (");
        (await owner.GetPageAsync(Page)).Body!.TextContent.ShouldContain("Två granskare har slutat.");

        foreach (var path in new[] { $"{Page}/prova", $"{Page}/jamfor?fran=1&till=2" })
            await ExpectAsync(secretary, path, HttpStatusCode.Forbidden);
        await ExpectAsync(owner, $"{Page}/jamfor?fran=1&till=9", HttpStatusCode.NotFound);
        await ExpectAsync(owner, $"{Page}/jamfor", HttpStatusCode.NotFound);
        await ExpectAsync(owner, "/arsplan/socialnamnden/2028/prova", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Requirement", "R55")]
    public async Task A_finished_plan_gives_the_board_a_letter_and_comes_back_noted_with_its_paragraph()
    {
        await using var app = await StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var manager = await app.SignInAsync("chef", Role.UnitManager);
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");

        var comment = await manager.GetFormAsync($"{Page}/gor/kommentera", "form[action$='/kommentera']");
        await (await comment.With("text", "Glöm inte Lugna gården.").SubmitAsync())
            .ExpectAsync(HttpStatusCode.SeeOther);
        (await owner.GetPageAsync(Page)).QuerySelector("section[aria-labelledby=kommentarer]")!.TextContent
            .ShouldContain("Glöm inte Lugna gården.");
        await ExpectAsync(secretary, Page, HttpStatusCode.Forbidden);

        var finish = await owner.GetFormAsync($"{Page}/gor/fardigstall", "form[action$='/fardigstall']");
        await (await finish.With("proposal", "noted").SubmitAsync()).ExpectAsync(HttpStatusCode.SeeOther);
        var shown = await secretary.GetPageAsync(Page);
        shown.Body!.TextContent.ShouldNotContain("Glöm inte");
        var letter = await TextAsync(
            secretary, shown.QuerySelectorAll(".fact a").First(link => link.TextContent == "tjänsteskrivelsen"));
        letter.ShouldContain("Socialnämnden noterar årsplan 2027 enligt bilaga.");
        letter.ShouldContain("avtalsenkät");
        var paper = await TextAsync(
            secretary, shown.QuerySelectorAll(".fact a").First(link => link.TextContent == "Årsplanen"));
        paper.ShouldContain("Så följs varje anordnare upp");
        paper.ShouldNotContain("Mycket hög risk<");

        var adopt = await owner.GetFormAsync(Page, "form[action$='/faststall']");
        await (await adopt.With("adoptedOn", "2027-02-01").With("outcome", "noted").With("paragraph", "§ 12")
            .With("reason", "Enligt protokollet.").SubmitAsync()).ExpectAsync(HttpStatusCode.SeeOther);
        var adopted = await secretary.GetPageAsync(Page);
        adopted.Body!.TextContent.ShouldContain("Noterad av nämnden");
        adopted.Body.TextContent.ShouldContain("§ 12");
    }

    [Fact]
    public async Task A_review_that_did_not_come_about_is_shown_and_has_its_reason_beside_it()
    {
        await using var app = await StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        var adopt = await owner.GetFormAsync(Page, "form[action$='/faststall']");
        await (await adopt.With("adoptedOn", "2027-02-01").With("reason", "Klar.").SubmitAsync())
            .ExpectAsync(HttpStatusCode.SeeOther);
        await app.Clock.AdvanceToAsync(new DateTimeOffset(2027, 7, 1, 9, 0, 0, TimeSpan.FromHours(2)));

        var page = await owner.GetPageAsync(Page);
        page.QuerySelectorAll("section[aria-labelledby=utfall] tbody tr").Length.ShouldBe(3);
        page.QuerySelector("section[aria-labelledby=utfall]")!.TextContent.ShouldContain("Inte påbörjad i tid");
        var form = await owner.GetFormAsync($"{Page}/gor/forklara", "form[action$='/forklara']");
        await (await form.With("unit", IdOf("Oroliga huset").Value).With("reason", "Granskaren var sjuk.")
            .SubmitAsync()).ExpectAsync(HttpStatusCode.SeeOther);
        (await owner.GetPageAsync(Page)).QuerySelectorAll("section[aria-labelledby=utfall] td[data-label=Förklaring]")
            .Select(cell => cell.TextContent.Trim()).ShouldContain("Granskaren var sjuk.");

        await DraftNextAsync(owner);
        var next = await PlanAsync(owner, "/api/v1/plans/socialnamnden/2028");
        var last = next.GetProperty("lastYear");
        (last.GetProperty("planned").GetInt32(), last.GetProperty("explained").GetInt32()).ShouldBe((3, 1));
        next.GetProperty("reviews").EnumerateArray()
            .Select(review => review.GetProperty("why").GetProperty("code").GetString())
            .ShouldContain("carried-over");
    }

    private static async Task<AppFixture> StartAsync()
    {
        var app = await AppFixture.StartAsync(new AppOptions { Clock = February });
        await YearlyPlanTests.SeedAsync(new RegisterSeed(app));
        await new RegisterSeed(app).UnitAsync("Tysta gården", Social);
        using var owner = await app.SignInAsync("forsta", Role.ProcessOwner);
        await PlanDriver.DraftAsync(owner);
        return app;
    }

    private static async Task DraftNextAsync(HttpClient client)
    {
        using var response = await client.PostAsJsonAsync(
            "/api/v1/plans", new { board = "socialnamnden", year = 2028 }, Cancellation);
        await response.ExpectAsync(HttpStatusCode.Created);
    }

    private static async Task<string[]> ChosenAsync(HttpClient client) =>
        [.. (await PlanAsync(client)).GetProperty("reviews").EnumerateArray()
            .Select(review => review.GetProperty("unit").GetProperty("name").GetString()!)];

    private static async Task<JsonElement> PlanAsync(
        HttpClient client, string path = "/api/v1/plans/socialnamnden/2027") =>
        JsonDocument.Parse(await client.GetStringAsync(path, Cancellation)).RootElement;

    private static IEnumerable<string?> Errors(IDocument page) =>
        page.QuerySelectorAll(".ds-error-summary a").Select(link => link.GetAttribute("href"));

    /// <summary>The document's own text, read as whoever opens it does.</summary>
    private static async Task<string> TextAsync(HttpClient client, IElement link)
    {
        using var found = await client.GetAsync($"{link.GetAttribute("href")}/hamta?format=html", Cancellation);
        await found.ExpectAsync(HttpStatusCode.SeeOther);
        using var anonymous = new HttpClient();
        return WebUtility.HtmlDecode(await anonymous.GetStringAsync(found.Headers.Location, Cancellation));
    }

    private static async Task ExpectAsync(HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(expected, path);
    }
}
