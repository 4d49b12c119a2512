using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Planning;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>Reviews of each kind, each from what it begins with to its closing.</summary>
public sealed class EndingTests : IAsyncLifetime
{
    private readonly SanctionApp _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R54"), Trait("Requirement", "R78")]
    public async Task A_planned_review_of_a_contract_goes_by_the_delegates_remark_to_vite_and_is_closed()
    {
        var reviewer = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var review = new ReviewDriver(reviewer, await PlannedAsync(reviewer, "Ekens boende"));
        await review.StartAsync(_world);
        await SanctionApp.EstablishAsync(review, "kontaktvagar-avtal", severity: 3);
        await review.DoAsync(
            "set-final-date", new { day = "2027-06-01", followUpOn = "2027-05-15", checkOn = "2027-06-10" });

        var remark = await ProposeAsync(review, reviewer, "paminnelse-avtal", "bostad-vuxna");
        await remark.ToDelegateAsync("2027-06-01");
        await remark.ByAsync(Role.UnitManager, "decide", new { granted = true, words = "Avtalet följs inte." });
        await remark.DoAsync("notify");
        await _world.App.Clock.AdvanceToAsync(new(2027, 6, 10, 9, 0, 0, TimeSpan.FromHours(2)));
        await FollowAsync(review, "2027-06-10", isEnough: false);

        var vite = await ProposeAsync(review, reviewer, "vite", "bostad-vuxna", number: 2);
        await vite.ToDelegateAsync(
            "2027-09-01", ("amount", 50_000), ("amountBasis", "Ett halvt månadsbelopp enligt avtalet."));
        await vite.ByAsync(Role.UnitManager, "decide", new { granted = true, words = "Påpekandet räckte inte." });
        await vite.DoAsync("notify");
        await remark.DoAsync("conclude", new { ending = "replaced", reason = "Vite." });
        await vite.ByAsync(Role.Procurement, "send-charge", new { on = "2027-06-10" });
        await vite.ByAsync(Role.Procurement, "settle-charge", new { on = "2027-06-10" });
        await vite.DoAsync("conclude", new { ending = "carriedOut", reason = "Avräknat." });
        (await vite.CloseAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity, "The finding has not been remedied.");
        await _world.App.Clock.AdvanceToAsync(new(2027, 9, 10, 9, 0, 0, TimeSpan.FromHours(2)));
        await FollowAsync(review, "2027-09-10", isEnough: true);
        (await vite.CloseAsync()).ShouldBe(HttpStatusCode.OK);
        (await review.ReadAsync())["ending"]!.GetValue<string>().ShouldBe("completed");
    }

    [Fact]
    [Trait("Requirement", "R20"), Trait("Requirement", "R72")]
    public async Task A_serious_finding_in_a_gruppbostad_of_egen_regi_meets_the_same_question_of_IVO_and_is_lifted()
    {
        var demand = await _world.ProposedAsync(
            "atgardskrav-ledning", _world.Home, "bostad-vuxna", severity: 4, requirement: "kontaktvagar-avtal");
        await demand.ToBoardAsync();
        await _world.AtAsync(SanctionApp.Meeting);
        await demand.ByAsync(
            Role.BoardSecretary, "record-board-decision",
            new { outcome = "granted", paragraph = "§ 9", approvedAtOnce = true });
        await demand.DoAsync("notify");
        await _world.App.Clock.AdvanceToAsync(new(2027, 6, 20, 9, 0, 0, TimeSpan.FromHours(2)));
        await FollowAsync(demand.Review, "2027-06-20", isEnough: true);
        await demand.DoAsync("reconsider", new { what = "lift", reason = "Allt är åtgärdat." });
        await demand.WriteAsync(null);
        await demand.DoAsync("submit", new { meeting = "2027-08-17" });
        await _world.App.Clock.AdvanceToAsync(new(2027, 8, 17, 9, 0, 0, TimeSpan.FromHours(2)));
        (await demand.ByAsync(
            Role.BoardSecretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 61" }))["ending"]!
            .GetValue<string>().ShouldBe("lifted");
        (await demand.CloseAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity, "IVO has not been told.");
        await demand.Review.ReportToIvoAsync(_world);
        (await demand.CloseAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "R110")]
    public async Task What_was_wrong_in_the_report_of_a_closed_review_is_corrected_and_it_is_closed_once_more()
    {
        var warning = await _world.ProposedAsync("erinran");
        await warning.ToDelegateAsync();
        await warning.ByAsync(Role.UnitManager, "decide", new { granted = true, words = "Enligt reglementet." });
        await warning.DoAsync("notify");
        await _world.App.Clock.AdvanceToAsync(new(2027, 7, 20, 9, 0, 0, TimeSpan.FromHours(2)));
        await FollowAsync(warning.Review, "2027-07-20", isEnough: true);
        await warning.DoAsync("reconsider", new { what = "lift", reason = "Åtgärdat." });
        await warning.WriteAsync(null);
        await warning.DoAsync("submit");
        await warning.ByAsync(Role.UnitManager, "decide", new { granted = true, words = "Åtgärdat." });
        (await warning.CloseAsync()).ShouldBe(HttpStatusCode.OK);

        var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        await new ReviewDriver(chief, warning.Review.Id).DoAsync("reopen", new { reason = "Fel antal kunder." });
        await warning.Review.DoAsync("correct", new { what = "Antalet kunder.", reason = "Fel räknat." });
        await warning.Review.DoAsync("communicate", new { waived = true, reason = "Bara en siffra." });
        await warning.Review.DoAsync("establish", new { summary = "En brist, färre kunder." });
        (await warning.CloseAsync()).ShouldBe(HttpStatusCode.OK);
        var papers = await ReviewPapers.OfAsync(warning.Reviewer, warning.Review.Id);
        papers.Keys.ShouldContain("Granskningsrapport, version 1");
        papers.Keys.ShouldContain("Granskningsrapport, version 2");
        papers.Keys.ShouldContain("Avslutsbrev 2");
    }

    /// <summary>Of the year's plan, once the board has adopted it and its quarter has begun.</summary>
    private async Task<string> PlannedAsync(HttpClient reviewer, string unit)
    {
        for (var number = 0; number < 4; number++)
        {
            var concern = await _world.ReportAsync(await _world.SomebodyAsync(Role.CaseOfficer), new
            {
                unitId = _world.Contracted,
                service = "bostad-vuxna",
                text = $"Personalen kom inte. {Unique.Word()}",
                occurred = "2027-01-02",
                consequence = "ej-verkstalld",
            });
            using var assessed = await ConcernApp.AssessAsync(
                reviewer, concern, ConcernApp.Assessment("nextDialogue", "Flera synpunkter.", 4));
            await assessed.ExpectAsync(HttpStatusCode.OK);
        }

        await _world.App.Clock.AdvanceToAsync(new(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(1)));
        using var owner = await _world.SomebodyAsync(Role.ProcessOwner);
        var form = await owner.GetFormAsync(PlanDriver.Page, "form[action$='/faststall']");
        using var adopted = await form.With("adoptedOn", "2027-03-02").With("reason", "SOCN § 12.").SubmitAsync();
        await adopted.ExpectAsync(HttpStatusCode.SeeOther);
        var reviews = (await reviewer.GetFromJsonAsync<JsonObject>("/api/v1/reviews", Cancellation))!;
        var planned = reviews["items"]!.AsArray().Single(
            review => review!.ToJsonString().Contains(unit, StringComparison.Ordinal))!;
        var day = planned["notBefore"]!.GetValue<DateTime>();
        await _world.App.Clock.AdvanceToAsync(new(day.AddHours(9), TimeSpan.FromHours(2)));
        return planned["id"]!.GetValue<string>();
    }

    private async Task<SanctionScene> ProposeAsync(
        ReviewDriver review, HttpClient reviewer, string step, string service, int number = 1)
    {
        await review.DoAsync("propose-sanction", new
        {
            step,
            services = new[] { service },
            findings = new[] { "1" },
            reason = "Det lindrigare räcker inte.",
        });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        return new(_world, review, reviewer, SanctionDriver.Of(review.Id, number));
    }

    private static async Task FollowAsync(ReviewDriver review, string madeOn, bool isEnough)
    {
        await review.DoAsync("follow-finding", new
        {
            finding = 1,
            status = isEnough ? "remedied" : "begun",
            evidence = "Vi ringde tio gånger.",
            isEnough,
        });
        await review.DoAsync("record-follow-up", new { madeOn, method = "besok", result = "Uppföljt på plats." });
    }
}
