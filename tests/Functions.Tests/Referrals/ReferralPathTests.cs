using System.Globalization;
using System.Net;
using Oversight.Functions.Referrals;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Referrals;

/// <summary>A marked suspicion demands a decision whether data are handed over, and stays sealed.</summary>
public sealed class ReferralPathTests(ReferralApp world) : IClassFixture<ReferralApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    [Trait("Requirement", "R66")]
    [Trait("Requirement", "R73")]
    public async Task A_sealed_review_is_closed_when_what_goes_to_the_police_has_been_handed_over()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var driver = await world.FindAsync(reviewer, severity: 3);
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await ReferralApp.ReportAsync(driver);
        (await ReferralApp.CloseAsync(driver)).ShouldBe("review.referral-missing");

        await driver.DoAsync("propose-referral", Proposal("polisen", "osl-10-24", "verksamheten", "brister"));
        (await ReferralApp.CloseAsync(driver)).ShouldBe("review.referral-open review.referral-missing");
        var referral = (await Positions.ReferralsAsync(chief, driver.Id)).ShouldHaveSingleItem();
        (await ToDoAsync(chief)).ShouldContain($"/overlamnanden/{referral.Id}");
        using (var other = await referral.By(reviewer).TryAsync("decide", new { handOver = true, reason = "Ja." }))
            other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await referral.RefusedAsync("decide", new { reason = " " }))
            .ShouldBe("handOver:referral.answer-missing reason:text.missing");
        await referral.DoAsync("decide", new { handOver = true, reason = "Polisen behöver uppgifterna." });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("review.referral-open review.referral-missing");

        var page = await chief.GetPageAsync($"/overlamnanden/{referral.Id}");
        var paper = page.QuerySelectorAll("main a").Single(link => link.TextContent == "Överlämnandet som dokument")
            .GetAttribute("href")!;
        foreach (var text in new[]
        {
            await ReviewPapers.TextAsync(chief, paper), await ReviewPapers.UsedAsync(chief, paper),
        })
        {
            foreach (var fact in new[]
            {
                "Polismyndigheten", "10 kap. 24 §", "Rapporten 2027-01-15", "Fakturorna för december",
                "Personalens namn", "Väger tyngre än sekretessen.", "Polisen behöver uppgifterna.", "Enhetschef",
                "kvalitetsutvecklare", "Björkens ledsagning", "delegationsordning",
            })
                text.ShouldContain(fact);
        }

        var closed = new[]
        {
            await ReviewerAsync(), await world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social),
            await world.SomebodyAsync(Role.Registrar, ConcernApp.Social),
            await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social),
            await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social),
        };
        foreach (var client in closed)
        {
            (await StatusAsync(client, $"/overlamnanden/{referral.Id}")).ShouldBe(HttpStatusCode.Forbidden);
            (await StatusAsync(client, $"/api/v1/referrals/{referral.Id}")).ShouldBe(HttpStatusCode.Forbidden);
            (await StatusAsync(client, paper)).ShouldNotBe(HttpStatusCode.OK);
            foreach (var list in new[] { "/api/v1/referrals", "/dokument", "/diariet", $"/enheter/{world.Unit}",
                $"/enheter/{world.Unit}/tidslinje" })
            {
                using var read = await client.GetAsync(list, Cancellation);
                var text = await read.Content.ReadAsStringAsync(Cancellation);
                text.ShouldNotContain(referral.Id);
                text.ShouldNotContain(paper);
            }
        }

        await referral.By(reviewer).DoAsync("record-handed-over", new { handedOverOn = Today });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("closed");
    }

    [Fact]
    public async Task What_the_law_does_not_let_go_is_refused_at_its_field()
    {
        var reviewer = await ReviewerAsync();
        var driver = await world.FindAsync(reviewer, severity: 2);
        (await RefusedAsync(driver, Proposal("forsakringskassan", "lag-2024-307", "kunder")))
            .ShouldBe("data:review.clients-by-secrecy");
        (await RefusedAsync(driver, Proposal("polisen", "osl-10-23", "kunder")))
            .ShouldBe("sixMonths:review.penalty-unconfirmed");
        (await RefusedAsync(driver, Proposal("skatteverket", "lag-2025-170", "ekonomi")))
            .ShouldBe("ground:review.other-recipients");
        await driver.DoAsync("propose-referral", new
        {
            recipient = "polisen",
            ground = "osl-10-23",
            sixMonths = true,
            data = new[] { "kunder" },
            fields = "Akten.",
            weighing = "Grovt brott.",
        });
        using var colleague = await ReviewerAsync();
        await new ReviewDriver(colleague, driver.Id).DoAsync(
            "propose-referral", Proposal("polisen", "osl-10-24", "brister"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_no_with_a_reason_answers_for_the_suspicion_and_what_was_taken_back_does_not()
    {
        var (reviewer, chief) = (await ReviewerAsync(), await ChiefAsync());
        var driver = await world.FindAsync(reviewer, severity: 2);
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await ReferralApp.ReportAsync(driver);
        await driver.DoAsync("propose-referral", Proposal("skatteverket", "lag-2024-307", "ekonomi"));
        var referral = (await Positions.ReferralsAsync(reviewer, driver.Id)).ShouldHaveSingleItem();
        await referral.DoAsync("withdraw", new { reason = "Fel myndighet." });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("review.referral-missing");
        await driver.DoAsync("propose-referral", Proposal("polisen", "lag-2025-170", "ekonomi"));
        var second = (await Positions.ReferralsAsync(chief, driver.Id)).Single(it => it.Status == "proposed");
        await second.DoAsync("decide", new { handOver = false, reason = "Utrett: inget brott." });
        (await ReferralApp.CloseAsync(driver)).ShouldBe("closed");
        (await chief.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelector($"a[href='/overlamnanden/{second.Id}']")
            .ShouldNotBeNull();
    }

    private static object Proposal(string recipient, string ground, params string[] data) => new
    {
        recipient,
        ground,
        data,
        fields = "Rapporten 2027-01-15\nFakturorna för december",
        masked = "Personalens namn",
        weighing = "Väger tyngre än sekretessen.",
    };

    private static async Task<string> RefusedAsync(ReviewDriver driver, object proposal)
    {
        await driver.ReadAsync();
        using var answer = await driver.TryAsync("propose-referral", proposal);
        await answer.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        return string.Join(' ', await answer.CodesAsync());
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, Cancellation);
        return response.StatusCode;
    }

    private static async Task<string> ToDoAsync(HttpClient client) =>
        (await client.GetPageAsync("/")).QuerySelector("main")!.InnerHtml;

    private Task<HttpClient> ReviewerAsync() => world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

    private Task<HttpClient> ChiefAsync() => world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
}
