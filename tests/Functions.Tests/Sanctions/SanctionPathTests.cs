using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>What becomes of sanctions of each kind, over HTTP on the domain clock.</summary>
public sealed class SanctionPathTests : IAsyncLifetime
{
    private readonly SanctionApp _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_delegate_decides_on_vite_which_goes_to_the_economy_and_stands_on_the_next_meetings_list()
    {
        var scene = await _world.ProposedAsync(
            "vite", _world.Contracted, "bostad-vuxna", requirement: "kontaktvagar-avtal");
        await scene.ToDelegateAsync(
            null, ("amount", 50_000), ("amountBasis", "Ett halvt månadsbelopp enligt avtalet."));
        using (var own = await scene.Sanction.TryAsync(
            scene.Reviewer, "decide", new { granted = true, words = "Själv." }))
            own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await scene.ByAsync(Role.UnitManager, "decide", new { granted = true, words = "Avtalet är brutet." });
        await scene.DoAsync("notify");
        (await scene.RefusedAsync("conclude", new { ending = "carriedOut", reason = "Betalt." }))
            .ShouldContain("sanction.not-settled");
        (await scene.ByAsync(Role.Procurement, "send-charge", new { on = "2027-01-04" }))["amount"]!
            .GetValue<int>().ShouldBe(50_000);
        await scene.ByAsync(Role.Procurement, "settle-charge", new { on = "2027-01-04" });
        await scene.DoAsync("conclude", new { ending = "carriedOut", reason = "Avräknat." });

        using var secretary = await _world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        var form = await secretary.GetFormAsync(
            $"/sammantraden/socialnamnden_{SanctionApp.Meeting}/gor/delegationslista");
        using var made = await form.SubmitAsync();
        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var list = await ReviewPapers.TextAsync(secretary, made.Headers.Location!.ToString());
        list.ShouldContain("Ekens boende");
        list.ShouldContain("4.12");
        var papers = await scene.Sanction.PapersAsync(scene.Reviewer);
        (await ReviewPapers.UsedAsync(scene.Reviewer, papers["Delegationsbeslut"]))
            .ShouldContain("påför Omsorg Exempel AB vite om 50 000 kronor");
        papers.Keys.ShouldContain("Expedieringslista");
    }

    [Fact]
    public async Task Egen_produktion_gets_a_demand_in_place_of_a_sanction()
    {
        var scene = await _world.ProposedAsync(
            "atgardskrav-ledning", _world.Home, "bostad-vuxna", requirement: "kontaktvagar-avtal");
        using (var foreign = await scene.Review.TryAsync("propose-sanction", new
        {
            step = "varning",
            services = new[] { "bostad-vuxna" },
            findings = new[] { "1" },
            reason = "Fel trappa.",
        }, await VersionAsync(scene)))
            (await foreign.ReadJsonAsync()).ToJsonString().ShouldContain("sanction.not-in-ladder");
        await scene.ToBoardAsync();
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var papers = await scene.Sanction.PapersAsync(scene.Reviewer);
        var text = await ReviewPapers.UsedAsync(scene.Reviewer, papers["Tjänsteskrivelse, version 1"]);
        text.ShouldContain("Åtgärdskrav till ledningen för egen produktion inom överenskommelsen om");
        text.ShouldContain("Socialnämnden kräver att ledningen för Testby kommun åtgärdar bristerna avseende");
        text.ShouldContain("Inga barn berörs. Verksamheten har inga kunder som är barn.");
    }

    [Fact]
    public async Task A_stop_is_seen_at_once_where_the_unit_is_chosen_and_gone_when_a_court_stays_it()
    {
        var scene = await _world.ProposedAsync("stopp-for-nya-kunder");
        await scene.ToBoardAsync(more: ("consulted", "Juristen har inget att invända."));
        await _world.AtAsync(SanctionApp.Meeting);
        using var officer = await _world.SomebodyAsync(Role.CaseOfficer);
        (await NotesAsync(officer)).ShouldBeEmpty();
        await scene.ByAsync(
            Role.BoardSecretary, "record-board-decision",
            new { outcome = "granted", paragraph = "§ 9", approvedAtOnce = true });
        (await NotesAsync(officer)).ShouldBe(["Inga nya kunder sedan 16 februari 2027"]);
        (await officer.GetPageAsync($"/enheter/{_world.Unit}")).Body!.TextContent
            .ShouldContain("Inga nya kunder sedan 16 februari 2027");
        await scene.DoAsync("note-court", new { step = "stayed", on = SanctionApp.Meeting });
        (await NotesAsync(officer)).ShouldBeEmpty();
        await scene.DoAsync("note-court", new { step = "upheld", on = SanctionApp.Meeting });
        (await NotesAsync(officer)).Count.ShouldBe(1);
        await scene.DoAsync("note-court", new { step = "annulled", on = SanctionApp.Meeting });
        (await NotesAsync(officer)).ShouldBeEmpty();
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await scene.Review.ReadAsync())["findings"]!.AsArray().Count.ShouldBe(1, "The findings stay.");
    }

    [Fact]
    public async Task Nobody_closes_a_review_while_a_customer_of_a_terminated_agreement_is_left()
    {
        var scene = await _world.ProposedAsync("avauktorisation", severity: 4);
        await scene.ToBoardAsync(null, more: ("consulted", "Grunden finns i reglementet."));
        await _world.AtAsync(SanctionApp.Meeting);
        await scene.ByAsync(
            Role.BoardSecretary, "record-board-decision",
            new { outcome = "granted", paragraph = "§ 9", approvedAtOnce = true });
        await scene.Review.DoAsync(
            "change-finding", new { number = 1, status = "obsolete", reason = "Avtalet upphör." });
        await scene.DoAsync("record-move", new { remaining = 14, choiceOffered = SanctionApp.Meeting });
        (await scene.RefusedAsync("conclude", new { ending = "carriedOut", reason = "Klart." }))
            .ShouldContain("sanction.customers-remain");
        (await scene.CloseAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity);
        await scene.DoAsync("record-move", new { remaining = 0, choiceOffered = SanctionApp.Meeting });
        await scene.DoAsync("conclude", new { ending = "carriedOut", reason = "Alla har flyttat." });
        (await scene.CloseAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity, "IVO has not been told.");
        await scene.Review.ReportToIvoAsync(_world);
        (await scene.CloseAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_referred_back_goes_to_the_next_meeting_as_version_two_and_version_one_stays()
    {
        var scene = await _world.ProposedAsync("varning");
        await scene.ToBoardAsync();
        await _world.AtAsync(SanctionApp.Meeting);
        await scene.ByAsync(
            Role.BoardSecretary, "record-board-decision",
            new { outcome = "referredBack", paragraph = "§ 9", words = "Beskriv konsekvenserna bättre." });
        await scene.WriteAsync();
        await scene.DoAsync("submit", new { meeting = SanctionApp.LaterMeeting });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        using var secretary = await _world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        (await scene.Sanction.PapersAsync(secretary)).Keys
            .ShouldBe(["Tjänsteskrivelse, version 1", "Tjänsteskrivelse, version 2", "Expedieringslista"]);
        foreach (var meeting in new[] { SanctionApp.Meeting, SanctionApp.LaterMeeting })
            (await secretary.GetPageAsync($"/sammantraden/socialnamnden/{meeting}")).Body!.TextContent
                .ShouldContain("Varning, Björkens ledsagning");
    }

    [Fact]
    public async Task The_provider_is_told_when_the_minutes_are_approved_and_the_secretary_is_reminded_of_them()
    {
        var scene = await _world.ProposedAsync("varning");
        await scene.ToBoardAsync();
        await _world.AtAsync(SanctionApp.Meeting);
        using var secretary = await _world.SomebodyAsync(Role.BoardSecretary, ConcernApp.Social);
        (await secretary.GetPageAsync("/")).Body!.TextContent.ShouldContain("Nämndens beslut ska registreras");
        await scene.Sanction.DoAsync(
            secretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 9" });
        (await scene.RefusedAsync("notify")).ShouldContain("sanction.not-approved");
        (await secretary.GetPageAsync("/")).Body!.TextContent.ShouldContain("Protokollet ska justeras");
        await _world.AtAsync("2027-02-19");
        await scene.Sanction.DoAsync(
            secretary, "approve-minutes", new { approvedOn = "2027-02-19", postedOn = "2027-02-19" });
        (await scene.DoAsync("notify"))["notifiedOn"]!.GetValue<string>().ShouldBe("2027-02-19");
        await _world.App.Clock.AdvanceByAsync("P140D");
        (await scene.Reviewer.GetPageAsync("/")).Body!.TextContent.ShouldContain("Sista dagen för bristerna");
    }

    private static async Task<int> VersionAsync(SanctionScene scene)
    {
        await scene.Review.ReadAsync();
        return scene.Review.Version;
    }

    /// <summary>What stands beside the units in the form of a concern.</summary>
    private static async Task<IReadOnlyList<string>> NotesAsync(HttpClient officer) =>
    [
        .. (await officer.GetPageAsync("/synpunkter/ny")).QuerySelectorAll("datalist option")
            .Select(option => option.GetAttribute("label")).OfType<string>().Where(label => label.Length > 0),
    ];
}
