using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Planning;

/// <summary>The way from the risk to an adopted årsplan, on the domain clock.</summary>
[Trait("Requirement", "R51")]
[Trait("Requirement", "R55")]
public class YearlyPlanTests
{
    private static readonly DateTimeOffset MorningAfterDraft = new(2027, 2, 1, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset March = new(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task In_March_both_boards_have_a_plan_for_the_meeting_and_the_process_owner_adopts_it()
    {
        await using var app = await AppFixture.StartAsync();
        var seed = new RegisterSeed(app);
        await SeedAsync(seed);
        await app.Clock.AdvanceToAsync(March);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);

        var list = await owner.GetPageAsync("/arsplan");
        list.QuerySelectorAll("section[aria-labelledby=planer] tbody tr").Length.ShouldBe(2);
        list.QuerySelectorAll("section[aria-labelledby=planer] .ds-tag")
            .ShouldAllBe(tag => tag.TextContent == "Utkast för nämnden");
        (await owner.GetPageAsync("/")).Body!.TextContent.ShouldContain("Fastställ årsplan 2027 för Socialnämnden");
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");
        (await secretary.GetPageAsync("/sammantraden/socialnamnden/2027-03-16")).Body!.TextContent
            .ShouldContain("Årsplan 2027: Utkast för nämnden.");

        var form = await owner.GetFormAsync("/arsplan/socialnamnden/2027", "form[action$='/faststall']");
        using var adopted = await form.With("adoptedOn", "2027-03-02").With("reason", "SOCN § 12, 2027-03-16.")
            .SubmitAsync();
        await adopted.ExpectAsync(HttpStatusCode.SeeOther);

        var plan = await owner.GetPageAsync("/arsplan/socialnamnden/2027");
        plan.QuerySelector(".page-head .ds-tag")!.TextContent.ShouldBe("Fastställd");
        plan.Body!.TextContent.ShouldContain("SOCN § 12, 2027-03-16.");
        (await owner.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("Fastställ årsplan 2027 för Socialnämnden");
        var documents = (await JsonAsync(owner, "/api/v1/documents?board=socialnamnden")).GetProperty("items")
            .EnumerateArray().ToList();
        var plans = documents.Where(document => document.GetProperty("type").GetString() == "arsplan")
            .ShouldHaveSingleItem();
        plans.GetProperty("isDraft").GetBoolean().ShouldBeFalse();
        plans.GetProperty("status").GetString().ShouldBe("established");
    }

    [Fact]
    [Trait("Requirement", "R54")]
    public async Task The_draft_of_February_is_made_again_only_when_something_has_changed()
    {
        await using var app = await AppFixture.StartAsync();
        var seed = new RegisterSeed(app);
        await SeedAsync(seed);
        await app.Clock.AdvanceToAsync(MorningAfterDraft);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);

        var first = await JsonAsync(owner, "/api/v1/plans/socialnamnden/2027");
        first.GetProperty("version").GetInt32().ShouldBe(1);
        first.GetProperty("standing").GetString().ShouldBe("draft");
        first.GetProperty("periodFirst").GetString().ShouldBe("2027-04-01");
        first.GetProperty("reviews")[0].GetProperty("unit").GetProperty("name").GetString().ShouldBe("Oroliga huset");

        using var same = await owner.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 });
        await same.ExpectAsync(HttpStatusCode.OK);
        (await JsonAsync(owner, "/api/v1/plans/socialnamnden/2027")).GetProperty("version").GetInt32().ShouldBe(1);

        await seed.ConcernAsync("en till", "Lugna gården", Social, severity: 4);
        using var changed = await owner.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 });
        await changed.ExpectAsync(HttpStatusCode.Created);
        (await JsonAsync(owner, "/api/v1/plans/socialnamnden/2027/versions")).GetProperty("items").GetArrayLength()
            .ShouldBe(2);
    }

    [Fact]
    public async Task Days_that_were_missed_are_made_up()
    {
        await using var app = await AppFixture.StartAsync();
        await SeedAsync(new RegisterSeed(app));
        await app.Clock.AdvanceToAsync(new DateTimeOffset(2027, 1, 20, 9, 0, 0, TimeSpan.FromHours(1)));
        await app.RestartAsync();
        await app.Clock.AdvanceToAsync(new DateTimeOffset(2027, 2, 3, 9, 0, 0, TimeSpan.FromHours(1)));
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);

        (await JsonAsync(owner, "/api/v1/plans/aldrenamnden/2027")).GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_process_owner_adopts_and_only_what_can_be_adopted()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions { Clock = MorningAfterDraft });
        var seed = new RegisterSeed(app);
        await SeedAsync(seed);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper);
        using var secretary = await app.SignInAsync("sekreterare", Role.BoardSecretary, "socialnamnden");
        await (await developer.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 }))
            .ExpectAsync(HttpStatusCode.Created);

        await AdoptAsync(developer, "socialnamnden", new { version = 1, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.Forbidden);
        await AdoptAsync(owner, "socialnamnden", new { version = 1, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.PreconditionRequired, match: null);
        await AdoptAsync(owner, "socialnamnden", new { version = 1, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.Conflict, match: "\"v7\"");
        await AdoptAsync(owner, "socialnamnden", new { version = 2, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.UnprocessableEntity);
        await AdoptAsync(owner, "socialnamnden", new { version = 1, adoptedOn = "2027-02-02", reason = " " },
            HttpStatusCode.UnprocessableEntity);
        await AdoptAsync(owner, "aldrenamnden", new { version = 1, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.NotFound);
        await AdoptAsync(owner, "socialnamnden", new { version = 1, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.OK);
        (await owner.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 })).StatusCode
            .ShouldBe(HttpStatusCode.UnprocessableEntity);

        var seen = await JsonAsync(secretary, "/api/v1/plans/socialnamnden/2027");
        seen.GetProperty("standing").GetString().ShouldBe("adopted");
        seen.GetProperty("reviews")[0].GetProperty("unit").TryGetProperty("points", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_board_or_year_is_not_found_or_refused()
    {
        await using var app = await AppFixture.StartAsync();
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner, "socialnamnden");

        async Task ExpectAsync(string path, HttpStatusCode expected) =>
            (await owner.GetAsync(path)).StatusCode.ShouldBe(expected, path);
        await ExpectAsync("/api/v1/plans/byggnadsnamnden/2027", HttpStatusCode.NotFound);
        await ExpectAsync("/api/v1/plans/socialnamnden/2027", HttpStatusCode.NotFound);
        await ExpectAsync("/api/v1/plans/socialnamnden/nasta", HttpStatusCode.NotFound);
        await ExpectAsync("/api/v1/plans/aldrenamnden/2027", HttpStatusCode.Forbidden);
        await ExpectAsync("/arsplan/socialnamnden/2027", HttpStatusCode.NotFound);
        await ExpectAsync("/arsplan/aldrenamnden/2027", HttpStatusCode.Forbidden);
        foreach (var year in new[] { 0, 2018, 2031, 99999 })
        {
            using var response = await owner.PostAsJsonAsync("/api/v1/plans", new
            {
                board = "socialnamnden",
                year = year
            });
            await response.ExpectAsync(HttpStatusCode.UnprocessableEntity);
            (await response.Content.ReadAsStringAsync()).ShouldContain("plan.year-out-of-range");
        }
    }

    [Fact]
    public async Task The_forms_keep_what_was_typed_and_say_what_is_wrong()
    {
        await using var app = await AppFixture.StartAsync();
        await SeedAsync(new RegisterSeed(app));
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);

        var draft = await owner.GetFormAsync("/arsplan");
        using var nobody = await draft.Tampered("board", "<script>").Tampered("year", "i år").SubmitAsync();
        await nobody.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await nobody.ReadPageAsync()).QuerySelectorAll(".ds-error-summary li").Length.ShouldBe(2);
        using var made = await draft.With("board", "socialnamnden").With("year", "2027").SubmitAsync();
        await made.ExpectAsync(HttpStatusCode.SeeOther);

        var adopt = await owner.GetFormAsync("/arsplan/socialnamnden/2027", "form[action$='/faststall']");
        using var refused = await adopt.With("adoptedOn", "2027-01-14").With("reason", "<b>Motiverat</b>")
            .SubmitAsync();
        await refused.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await refused.ReadPageAsync();
        page.QuerySelector("textarea[name=reason]")!.TextContent.Trim().ShouldBe("<b>Motiverat</b>");
        page.QuerySelectorAll(".ds-error-summary a[href='#falt-adoptedOn']").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_adopted_plan_is_reopened_with_a_reason_and_revised_as_a_document_of_its_own()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions { Clock = MorningAfterDraft });
        var seed = new RegisterSeed(app);
        await SeedAsync(seed);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner);
        await (await owner.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 }))
            .ExpectAsync(HttpStatusCode.Created);
        await AdoptAsync(owner, "socialnamnden", new { version = 1, adoptedOn = "2027-02-01", reason = "Klar" },
            HttpStatusCode.OK);

        var form = await owner.GetFormAsync("/arsplan/socialnamnden/2027", "form[action$='/revidera']");
        using var reopened = await form.With("reason", "En enhet har stängt.").SubmitAsync();
        await reopened.ExpectAsync(HttpStatusCode.SeeOther);
        await seed.ConcernAsync("efteråt", "Lugna gården", Social, severity: 4);
        await (await owner.PostAsJsonAsync("/api/v1/plans", new { board = "socialnamnden", year = 2027 }))
            .ExpectAsync(HttpStatusCode.Created);

        var documents = (await JsonAsync(owner, "/api/v1/documents?board=socialnamnden&type=arsplan"))
            .GetProperty("items").EnumerateArray().ToList();
        documents.Select(document => document.GetProperty("isDraft").GetBoolean()).Order().ShouldBe([false, true]);
    }

    internal static async Task SeedAsync(RegisterSeed seed)
    {
        await seed.UnitAsync("Lugna gården", Social);
        await seed.UnitAsync("Oroliga huset", Social);
        await seed.UnitAsync("Äldreboendet", Elderly);
        for (var i = 0; i < 4; i++)
            await seed.ConcernAsync($"oro {i}", "Oroliga huset", Social, severity: 4, reporter: $"r{i}");
    }

    private static async Task AdoptAsync(
        HttpClient client, string board, object body, HttpStatusCode expected, string? match = "\"v1\"")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/plans/{board}/2027/actions/adopt")
        { Content = JsonContent.Create(body) };
        if (match is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(match));
        using var response = await client.SendAsync(request);
        await response.ExpectAsync(expected);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        await response.ExpectAsync(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }
}
