using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Planning.RegisterSeed;

namespace Oversight.Functions.Tests.Judgements;

/// <summary>From a rise in concerns to what a person makes of it, and a class that a person judges.</summary>
[Trait("Requirement", "R52")]
public class JudgementTests
{
    private static string Risk(string unit) => $"/risk/{IdOf(unit)}";

    [Fact]
    public async Task A_rise_is_raised_once_waits_in_Att_gora_and_is_gone_when_somebody_has_answered()
    {
        await using var app = await AppFixture.StartAsync();
        await SeedAsync(app);
        for (var i = 0; i < 14; i++)
            await new RegisterSeed(app).ConcernAsync($"steg {i}", "Oroliga huset", Social, reporter: $"r{i}");
        await app.Clock.AdvanceByAsync("P35D");
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper, "socialnamnden");
        using var elsewhere = await app.SignInAsync("annan", Role.QualityDeveloper, "aldrenamnden");
        using var manager = await app.SignInAsync("chef", Role.UnitManager, "socialnamnden");

        (await developer.GetPageAsync("/")).Body!.TextContent.ShouldContain("Bedöm tidig varning för Oroliga huset");
        (await elsewhere.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("tidig varning");
        (await manager.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("Bedöm tidig varning");
        var waiting = (await JsonAsync(developer, "/api/v1/risk/warnings")).GetProperty("items").EnumerateArray()
            .ShouldHaveSingleItem();
        waiting.GetProperty("unit").GetString().ShouldBe("Oroliga huset");
        waiting.TryGetProperty("answer", out _).ShouldBeFalse();

        using var empty = await (await developer.GetFormAsync($"{Risk("Oroliga huset")}/gor/besvara-varning"))
            .SubmitAsync();
        await empty.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var form = await developer.GetFormAsync($"{Risk("Oroliga huset")}/gor/besvara-varning");
        using var answered = await form.With("answer", "dialogue").With("reason", "Tas upp i mars.").SubmitAsync();
        await answered.ExpectAsync(HttpStatusCode.SeeOther);

        (await developer.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("tidig varning");
        var page = await developer.GetPageAsync(Risk("Oroliga huset"));
        page.QuerySelector("section[aria-labelledby=bedomningar]")!.TextContent.ShouldContain("Tas upp i mars.");
        await app.Clock.AdvanceByAsync("P2D");
        (await developer.GetPageAsync("/")).Body!.TextContent.ShouldNotContain("tidig varning");
    }

    [Fact]
    public async Task A_judged_class_stands_beside_the_computed_one_and_the_plan_chooses_by_it_until_it_ends()
    {
        await using var app = await AppFixture.StartAsync();
        await SeedAsync(app);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper, "socialnamnden");
        var until = app.Clock.Now.AddMonths(3).ToString("yyyy-MM-dd", null);

        var form = await developer.GetFormAsync($"{Risk("Lugna gården")}/gor/bedom-klass");
        using var judged = await form.With("class", "mycket-hog").With("until", until)
            .With("reason", "Ny ledning och stor personalomsättning.").SubmitAsync();
        await judged.ExpectAsync(HttpStatusCode.SeeOther);

        var page = await developer.GetPageAsync(Risk("Lugna gården"));
        page.QuerySelectorAll(".page-head .ds-tag").Select(tag => tag.TextContent)
            .ShouldBe(["Låg risk", "Bedömd: Mycket hög risk"]);
        page.Body!.TextContent.ShouldContain("Ny ledning och stor personalomsättning.");
        (await developer.GetPageAsync("/risk")).Body!.TextContent.ShouldContain("Bedömd: Mycket hög risk");
        var risk = await JsonAsync(developer, "/api/v1/risk");
        var item = risk.GetProperty("items").EnumerateArray()
            .Single(unit => unit.GetProperty("unit").GetString() == "Lugna gården");
        (item.GetProperty("class").GetString(), item.GetProperty("judgedClass").GetString())
            .ShouldBe(("lag", "mycket-hog"));

        await PlanDriver.DraftAsync(developer);
        var plan = await developer.GetPageAsync(PlanDriver.Page);
        var first = plan.QuerySelectorAll("section[aria-labelledby=granskningar] tbody tr")
            .Single(row => row.TextContent.Contains("Lugna gården", StringComparison.Ordinal));
        first.TextContent.ShouldContain("Mycket hög risk");
        first.TextContent.ShouldContain("risken är bedömd av en medarbetare", Case.Insensitive);

        using var ended = await (await developer.GetFormAsync($"{Risk("Lugna gården")}/gor/avsluta-bedomning"))
            .With("reason", "Läget är stabilt.").SubmitAsync();
        await ended.ExpectAsync(HttpStatusCode.SeeOther);
        (await developer.GetPageAsync(Risk("Lugna gården"))).QuerySelectorAll(".page-head .ds-tag").Length.ShouldBe(1);
        (await JsonAsync(developer, $"/api/v1/risk/units/{IdOf("Lugna gården")}/judgement"))
            .TryGetProperty("judgedClass", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_judged_is_refused_at_its_field_and_nothing_is_written()
    {
        await using var app = await AppFixture.StartAsync();
        await SeedAsync(app);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper, "socialnamnden");
        using var reader = await app.SignInAsync("chef", Role.UnitManager, "socialnamnden");
        var actions = $"/api/v1/risk/units/{IdOf("Lugna gården")}/judgement/actions";

        using var wrong = await CallAsync(
            developer, $"{actions}/judge-class", new { @class = "rosa", until = "2020-01-01", reason = "" });
        await wrong.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var told = await wrong.Content.ReadAsStringAsync();
        told.ShouldContain("judgement.class-missing");
        told.ShouldContain("judgement.day-passed");
        using var far = await CallAsync(
            developer, $"{actions}/judge-class", new { @class = "hog", until = "2040-01-01", reason = "Skäl." });
        (await far.Content.ReadAsStringAsync()).ShouldContain("judgement.day-too-far");
        foreach (var reason in new[] { "Skäl.", "\0" })
        {
            using var stale = await CallAsync(
                developer, $"{actions}/judge-class", new { @class = "hog", until = "2027-03-01", reason }, seen: 3);
            await stale.ExpectAsync(HttpStatusCode.Conflict);
        }

        using var forbidden = await CallAsync(
            reader, $"{actions}/judge-class", new { @class = "hog", until = "2027-03-01", reason = "Skäl." });
        await forbidden.ExpectAsync(HttpStatusCode.Forbidden);
        (await JsonAsync(developer, $"/api/v1/risk/units/{IdOf("Lugna gården")}/judgement"))
            .GetProperty("version").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_who_judge_a_unit_first_at_once_one_is_told_of_the_other()
    {
        await using var app = await AppFixture.StartAsync();
        await SeedAsync(app);
        using var developer = await app.SignInAsync("kvalitet", Role.QualityDeveloper, "socialnamnden");
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner, "socialnamnden");
        var path = $"/api/v1/risk/units/{IdOf("Lugna gården")}/judgement";
        var until = app.Clock.Now.AddMonths(1).ToString("yyyy-MM-dd", null);

        var both = await Task.WhenAll(new[] { developer, owner }.Select(client => CallAsync(
            client, $"{path}/actions/judge-class", new { @class = "hog", until, reason = "Skäl." })));

        both.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (await JsonAsync(developer, path)).GetProperty("version").GetInt32().ShouldBe(1);
    }

    private static async Task SeedAsync(AppFixture app)
    {
        var seed = new RegisterSeed(app);
        await seed.UnitAsync("Oroliga huset", Social);
        await seed.UnitAsync("Lugna gården", Social);
        await seed.UnitAsync("Äldreboendet", Elderly);
    }

    private static async Task<HttpResponseMessage> CallAsync(HttpClient client, string path, object body, int seen = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(new System.Net.Http.Headers.EntityTagHeaderValue($"\"v{seen}\""));
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path) =>
        await client.GetFromJsonAsync<JsonElement>(path);
}
