using System.Net;
using Oversight.Functions.Referrals;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Referrals;

/// <summary>An överlämnande because of a concern, before there is any review.</summary>
public sealed class ConcernReferralTests(ReferralApp world) : IClassFixture<ReferralApp>
{
    private static readonly object Proposal = new
    {
        recipient = "polisen",
        ground = "lag-2025-170",
        data = new[] { "ekonomi" },
        fields = "Fakturorna för 2026",
        weighing = "Misstanke om bedrägeri.",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R73")]
    public async Task A_concern_brings_it_and_who_has_the_delegation_decides()
    {
        using var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        using var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var elsewhere = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder);
        var concern = await world.ReportAsync(reporter);
        using (var no = await Positions.ReferAsync(reporter, concern, Proposal))
            no.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var no = await Positions.ReferAsync(elsewhere, concern, Proposal))
            no.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var nothing = await Positions.ReferAsync(assessor, concern, new { }))
        {
            nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await nothing.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"recipient\"");
        }

        (await assessor.GetPageAsync($"/synpunkter/arende/{concern}"))
            .QuerySelector($"a[href='/synpunkter/arende/{concern}/overlamnande/nytt']").ShouldNotBeNull();
        using var made = await (await assessor.GetFormAsync($"/synpunkter/arende/{concern}/overlamnande/nytt"))
            .With("recipient", "polisen").With("ground", "lag-2025-170").With("data", "ekonomi")
            .With("fields", "Fakturorna för 2026").With("weighing", "Misstanke om bedrägeri.").SubmitAsync();
        await made.ExpectAsync(HttpStatusCode.SeeOther);
        var id = made.Headers.Location!.ToString().Split('?')[0].Split('/')[^1];
        (await chief.GetPageAsync("/")).QuerySelector($"a[href='/overlamnanden/{id}']").ShouldNotBeNull();
        (await assessor.GetPageAsync("/ivo")).QuerySelector($"a[href='/overlamnanden/{id}']").ShouldNotBeNull();
        (await assessor.GetPageAsync($"/overlamnanden/{id}"))
            .QuerySelector($"a[href='/synpunkter/arende/{concern}']").ShouldNotBeNull();
        var matter = new Matter(chief, $"/api/v1/referrals/{id}");
        (await matter.ReadAsync())["reviewId"].ShouldBeNull();
        using (var other = await elsewhere.GetAsync($"/api/v1/referrals/{id}", Cancellation))
            other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await matter.DoAsync("decide", new { handOver = true, reason = "Polisen behöver dem." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var paper = await ReviewPapers.UsedAsync(
            chief, $"/dokument/{ReferralPaper.IdOf(Oversight.Id.FromValue(id))}");
        paper.ShouldContain("Fakturorna för 2026");
        var today = world.App.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await matter.DoAsync("record-handed-over", new { handedOverOn = today }))["status"]!.GetValue<string>()
            .ShouldBe("handedOver");
    }

    [Fact]
    public async Task A_sealed_concern_closes_it_at_every_door_whenever_the_seal_came()
    {
        using var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        using var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var outside = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var concern = await world.ReportAsync(reporter);
        string id;
        using (var made = await Positions.ReferAsync(assessor, concern, Proposal))
        {
            await made.ExpectAsync(HttpStatusCode.Created);
            id = (await made.ReadJsonAsync())["id"]!.GetValue<string>();
        }

        var matter = new Matter(chief, $"/api/v1/referrals/{id}");
        await matter.DoAsync("decide", new { handOver = true, reason = "Polisen behöver dem." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        using (var sealedNow = await ReviewDriver.SendAsync(
            assessor, $"/api/v1/concerns/{concern}/actions/seal", new { reason = "Misstänkt stöld." }, 1))
            await sealedNow.ExpectAsync(HttpStatusCode.OK);
        await world.App.Clock.AdvanceByAsync("PT2M");

        (await matter.StatusAsync()).ShouldBe(HttpStatusCode.OK);
        (await matter.By(assessor).StatusAsync()).ShouldBe(HttpStatusCode.OK);
        (await matter.By(outside).StatusAsync()).ShouldBe(HttpStatusCode.Forbidden);
        (await outside.GetPageAsync("/ivo")).QuerySelector($"a[href='/overlamnanden/{id}']").ShouldBeNull();
        foreach (var door in new[]
        {
            $"/overlamnanden/{id}", $"/overlamnanden/{id}/gor/ta-tillbaka",
            $"/dokument/{ReferralPaper.IdOf(Oversight.Id.FromValue(id))}",
            $"/synpunkter/arende/{concern}/overlamnande/nytt",
        })
        {
            using var closed = await outside.GetAsync(door, Cancellation);
            closed.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }

        using var another = await Positions.ReferAsync(outside, concern, Proposal);
        another.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
