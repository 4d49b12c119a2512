using System.Globalization;
using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Referrals;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Search;

/// <summary>What goes to other authorities: found by those whose page <em>Andra myndigheter</em> has it.</summary>
public sealed class AuthoritySearchTests(ReferralApp world) : IClassFixture<ReferralApp>
{
    private string Today => world.App.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_position_is_found_by_unit_diarienummer_and_the_number_that_IVO_gave_it()
    {
        var reviewer = await ReviewerAsync();
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var driver = await world.FindAsync(reviewer, severity: 4, ReferralApp.OwnUnit, "bostad-vuxna");
        var position = (await Positions.OneAsync(chief, driver.Id)).By(chief);
        var address = $"/ivo/{position.Id}";
        var number = (await driver.ReadAsync())["caseNumber"]!.GetValue<string>();

        (await reviewer.FindAsync("kommunens gruppbostad")).ShouldContain(address);
        (await reviewer.FindAsync("testkommunen")).ShouldContain(address);
        (await reviewer.FindAsync(number[..^1])).ShouldContain(address);
        await position.DoAsync("decide", new { report = true, ground = "allvarliga-brister", reason = "Allvarligt." });
        await position.By(reviewer).DoAsync("record-report", new { reportedOn = Today, number = "IVO 2027-07777" });
        (await reviewer.FindAsync("ivo 2027-07777")).ShouldBe([address]);
        await NobodyElseAsync("07777", address);

        var declared = await ReviewerAsync();
        await new ReviewDriver(declared, driver.Id).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);
        (await declared.FindAsync("07777")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_overlamnande_is_found_by_its_unit_until_what_it_comes_of_is_sealed()
    {
        var assessor = await ReviewerAsync();
        var outside = await ReviewerAsync();
        var concern = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        using var made = await Positions.ReferAsync(assessor, concern, new
        {
            recipient = "polisen",
            ground = "lag-2025-170",
            data = new[] { "ekonomi" },
            fields = "Fakturorna för 2026",
            weighing = "Misstanke om bedrägeri.",
        });
        await made.ExpectAsync(HttpStatusCode.Created);
        var address = $"/overlamnanden/{(await made.ReadJsonAsync())["id"]!.GetValue<string>()}";

        foreach (var typed in new[] { "björkens ledsagning", "omsorg i testby" })
            (await outside.FindAsync(typed)).ShouldContain(address, typed);
        await NobodyElseAsync("björkens ledsagning", address);
        foreach (var typed in new[] { "fakturorna", "bedrägeri", "polisen" })
            (await outside.FindAsync(typed)).ShouldBeEmpty(typed);

        using (var done = await ReviewDriver.SendAsync(
            assessor, $"/api/v1/concerns/{concern}/actions/seal", new { reason = "Misstänkt stöld." }, 1))
            await done.ExpectAsync(HttpStatusCode.OK);
        (await outside.FindAsync("björkens ledsagning")).ShouldNotContain(address);
        (await assessor.FindAsync("björkens ledsagning")).ShouldContain(address);
    }

    private async Task NobodyElseAsync(string typed, string address)
    {
        foreach (var (role, board) in new[]
        {
            (Role.QualityDeveloper, ConcernApp.Elder), (Role.CaseOfficer, ConcernApp.Social),
            (Role.BoardSecretary, ConcernApp.Social), (Role.Registrar, ConcernApp.Social),
            (Role.Procurement, ConcernApp.Social), (Role.Administrator, ConcernApp.Social),
        })
            (await (await world.SomebodyAsync(role, board)).FindAsync(typed)).ShouldNotContain(address, $"{role}");
    }

    private Task<HttpClient> ReviewerAsync() => world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
}
