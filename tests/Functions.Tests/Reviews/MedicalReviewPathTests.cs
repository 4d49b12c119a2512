using System.Globalization;
using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews;

/// <summary>With a unit whose service is given under hälso- och sjukvårdslagen.</summary>
public sealed class MedicalReviewApp : ConcernApp
{
    public Id Nursing { get; } = Id.Derive("test", "unit-hsl");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync(
            Nursing, "Solgårdens hemsjukvård", "Omsorg i Testby AB", Social, "boendestod", "hemsjukvard");
    }
}

/// <summary>A MAS or MAR takes part where hälso- och sjukvårdslagen is tested, and only where it applies.</summary>
public sealed class MedicalReviewPathTests(MedicalReviewApp world) : IClassFixture<MedicalReviewApp>
{
    private static readonly string[] Judged = ["kontaktvagar", "hsl-vard"];

    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Requirement", "R13")]
    public async Task No_draft_goes_out_before_a_MAS_or_MAR_is_named_and_the_papers_name_them_beside_the_reviewers()
    {
        var (driver, reviewer) = await StartAsync(world.Nursing, "hemsjukvard");
        using var early = await reviewer.GetAsync($"/granskningar/{driver.Id}/gor/mas-mar", ConcernApp.Cancellation);
        early.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "nothing of that law is in the scope yet");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}/gor/omfattning"))
            .QuerySelector("input[name=requirements][value=hsl-vard]").ShouldNotBeNull();
        await driver.DoAsync("set-scope", Scope(Judged));
        await driver.DoAsync("record-visit", new
        {
            visitedOn = Today,
            participants = "Verksamhetschef.",
            notes = "Vi läste journaler."
        });
        foreach (var requirement in Judged)
            await driver.DoAsync("judge", new { requirement, fulfilment = "met", source = "besok" });
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent
            .ShouldContain("Ska medverka, men är inte antecknad");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var plan = (await ReviewPapers.OfAsync(reviewer, driver.Id))["Granskningsplan"];
        (await ReviewPapers.UsedAsync(reviewer, plan)).ShouldContain("MAS eller MAR, som ännu inte är utsedd.");

        await driver.ReadAsync();
        using var refused = await driver.TryAsync("communicate", new { waived = true, reason = "Brådskar." });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(ConcernApp.Cancellation))
            .ShouldContain("review.medical-reviewer-missing");
        var form = await reviewer.GetFormAsync($"/granskningar/{driver.Id}/gor/mas-mar");
        using var empty = await form.SubmitAsync();
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var named = await (await reviewer.GetFormAsync($"/granskningar/{driver.Id}/gor/mas-mar"))
            .With("nurse", "Eva Exempel").SubmitAsync();
        await named.ExpectAsync(HttpStatusCode.SeeOther);
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}/gor/mas-mar"))
            .QuerySelector("input[name=nurse]")!.GetAttribute("value").ShouldBe("Eva Exempel");

        await driver.DoAsync("ask-supplement", new { asked = "Rutinen för delegering." });
        await driver.DoAsync("receive-supplement", new { number = 1, receivedOn = Today, answer = "Kom in." });
        await driver.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await driver.DoAsync("establish", new { summary = "Inga brister." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var papers = await ReviewPapers.OfAsync(reviewer, driver.Id);
        foreach (var title in new[] { "Granskningsplan", "Besöksprotokoll", "Granskningsrapport, version 1" })
        {
            var text = await ReviewPapers.UsedAsync(reviewer, papers[title]);
            text.ShouldContain("Medicinskt ansvarig sjuksköterska (MAS)", Case.Sensitive, title);
            text.ShouldContain("medicinskt ansvarig sjuksköterska (MAS) Eva Exempel", Case.Sensitive, title);
        }

        (await ReviewPapers.UsedAsync(reviewer, papers["Begäran om komplettering 1"]))
            .ShouldNotContain("Eva Exempel", Case.Sensitive, "The reviewers ask, not she.");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent.ShouldContain("Eva Exempel");
    }

    [Fact]
    [Trait("Requirement", "R12")]
    public async Task What_that_law_asks_is_only_for_a_unit_with_services_under_it()
    {
        var (driver, reviewer) = await StartAsync(world.Unit, "ledsagarservice");
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}/gor/omfattning"))
            .QuerySelector("input[name=requirements][value=hsl-vard]").ShouldBeNull();
        await driver.ReadAsync();
        using var refused = await driver.TryAsync("set-scope", Scope(Judged));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(ConcernApp.Cancellation)).ShouldContain("review.hsl-does-not-apply");
        await driver.DoAsync("set-scope", Scope("kontaktvagar"));
    }

    private static object Scope(params string[] requirements) => new
    {
        requirements,
        methods = new[] { "besok" },
        reason = "Därför.",
    };

    private async Task<(ReviewDriver Driver, HttpClient Reviewer)> StartAsync(Id unit, string service)
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var concern = new
        {
            unitId = unit,
            service,
            text = $"Det fungerar inte. {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        };
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world, concern: concern));
        await driver.StartAsync(world);
        return (driver, reviewer);
    }
}
