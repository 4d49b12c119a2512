using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Sanctions;

/// <summary>
/// The case of the source document, from the first synpunkt to the last decision, on the domain clock and over HTTP:
/// every fact of its tjänsteskrivelse is found under its heading. Two slips of law of the original are not repeated as
/// ours: the municipality's fee is a särskild avgift, no vite, and three months are the limit for reporting.
/// </summary>
public sealed class CaseTests : IAsyncLifetime
{
    private const string Services =
        "ledsagarservice och avlösarservice i hemmet enligt LSS samt avlösning enligt SoL för barn och unga";

    private readonly CaseApp _world = new();

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R28")]
    [Trait("Requirement", "R69")]
    [Trait("Requirement", "R70")]
    [Trait("Requirement", "R74")]
    [Trait("Requirement", "R75")]
    [Trait("Requirement", "R76")]
    [Trait("Requirement", "R77")]
    [Trait("Requirement", "R78")]
    [Trait("Requirement", "R79")]
    [Trait("Requirement", "R80")]
    [Trait("Requirement", "R81")]
    [Trait("Requirement", "R82")]
    [Trait("Requirement", "R84")]
    [Trait("Requirement", "R95")]
    [Trait("Requirement", "R108")]
    [Trait("Requirement", "R109")]
    [Trait("Requirement", "R110")]
    [Trait("Requirement", "R112")]
    public async Task The_case_of_2019_is_played_from_the_first_concern_until_the_warning_is_lifted()
    {
        var (review, warning) = await UntilSubmittedAsync();
        await EveryFactOfTheSourceStandsUnderItsHeadingAsync(warning);
        await TheBoardWarnsAsync(review, warning);
        await FollowedUpInJanuaryAsync(review, remaining: null);
        await EverythingIsRemediedAsync(review, warning);
    }

    [Fact]
    public async Task What_remains_after_the_final_date_leads_to_the_next_step_which_takes_the_place_of_the_warning()
    {
        var (review, warning) = await UntilSubmittedAsync();
        await TheBoardWarnsAsync(review, warning);
        await FollowedUpInJanuaryAsync(review, remaining: 1);
        await _world.AtAsync(2020, 3, 9);
        await review.DoAsync("follow-finding", new
        {
            finding = 1,
            status = "begun",
            evidence = "Fyra av tio beställningar är fortfarande inte verkställda.",
            isEnough = false,
        });
        await review.DoAsync(
            "record-follow-up", new { madeOn = "2020-03-06", method = "besok", result = "En brist kvarstår." });
        (await warning.RefusedAsync(_world.Reviewer, "reconsider", new { what = "lift", reason = "Klart." }))
            .ShouldContain("sanction.findings-remain");
        (await _world.Reviewer.GetPageAsync($"/granskningar/{review.Id}/gor/foresla-sanktion"))
            .QuerySelector("input[name=step][checked]")!.GetAttribute("value")
            .ShouldBe("stopp-for-nya-kunder", "The step above the warning is proposed.");
        await review.DoAsync("propose-sanction", Proposal("stopp-for-nya-kunder", "1"));
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var stop = SanctionDriver.Of(review.Id, 2);
        await stop.DoAsync(_world.Reviewer, "write-paper", Paper("2020-06-30", consulted: "Inget att invända."));
        await stop.DoAsync(_world.Reviewer, "hear", new { waived = true, reason = "Kunderna kan inte vänta." });
        await stop.DoAsync(_world.Reviewer, "submit", new { meeting = "2020-04-21" });
        await _world.AtAsync(2020, 4, 21);
        await stop.DoAsync(
            _world.Secretary, "record-board-decision",
            new { outcome = "granted", paragraph = "§ 40", approvedAtOnce = true });
        (await warning.DoAsync(
            _world.Reviewer, "conclude", new { ending = "replaced", reason = "Stopp för nya kunder." }))["ending"]!
            .GetValue<string>().ShouldBe("replaced");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await review.ReadAsync())["finalDate"]!.ToJsonString().ShouldContain("2020-06-30");
    }

    private async Task<(ReviewDriver Review, SanctionDriver Warning)> UntilSubmittedAsync()
    {
        var review = await _world.UntilPlanApprovedAsync();
        await review.DoAsync(
            "set-final-date", new { day = "2020-02-28", followUpOn = "2020-01-15", checkOn = "2020-03-06" });
        await review.DoAsync("propose-sanction", Proposal("varning", "1", "2", "3", "4", "5", "6"));
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var warning = SanctionDriver.Of(review.Id);
        (await warning.RefusedAsync(_world.Reviewer, "write-paper", Paper(children: false)))
            .ShouldContain("sanction.children-missing");
        await warning.DoAsync(_world.Reviewer, "write-paper", Paper("2020-02-28"));
        (await warning.RefusedAsync(_world.Reviewer, "submit", new { meeting = "2019-12-17" }))
            .ShouldContain("sanction.not-heard");
        await warning.DoAsync(_world.Reviewer, "hear", new { until = "2019-11-15" });
        using (var unseen = await _world.Secretary.GetAsync(
            $"/sanktioner/{warning.Id}", TestContext.Current.CancellationToken))
            unseen.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "Nothing has been handed to the board.");
        await _world.AtAsync(2019, 11, 26);
        await warning.DoAsync(_world.Reviewer, "submit", new { meeting = "2019-12-17" });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        return (review, warning);
    }

    private async Task EveryFactOfTheSourceStandsUnderItsHeadingAsync(SanctionDriver warning)
    {
        var papers = await warning.PapersAsync(_world.Secretary);
        papers.Keys.ShouldBe(
            ["Tjänsteskrivelse, version 1", "Expedieringslista"],
            "The secretary reads what the board has, and no draft.");
        var text = await ReviewPapers.UsedAsync(_world.Secretary, papers["Tjänsteskrivelse, version 1"]);
        var parts = Sections(text);
        text.ShouldContain($"Varning av anordnare inom kundvalet {Services}, Care Allomsorg");
        text.ShouldContain("Till Socialnämnden");
        var proposal = parts["Förslag till beslut"];
        proposal[0].ShouldBe(
            $"Socialnämnden varnar Care Allomsorg, med organisationsnummer 556627-6779, avseende {Services}. "
                + "Samtliga brister ska vara åtgärdade senast den 28 februari 2020.");
        proposal[1].ShouldBe("Beslutet justeras omedelbart.");
        string.Join(' ', parts["Sammanfattning av ärendet"]).ShouldContain("påkallad granskning");
        var matter = string.Join('\n', parts["Ärendet"]);
        matter.ShouldContain("Care Allomsorg har inte fullt ut uppfyllt kraven enligt reglementet för kundval");
        matter.ShouldContain("Ej anmält byte av ansvarig för den dagliga ledningen till beställaren (åtgärdad)");
        matter.ShouldContain(
            "De brister som återstår följs upp i januari 2020 och ska vara åtgärdade senast den 28 februari 2020.");
        matter.ShouldContain("Inget yttrande har kommit in.");
        matter.IndexOf("Ej verkställt", StringComparison.Ordinal)
            .ShouldBeLessThan(matter.IndexOf("Ej fullgoda", StringComparison.Ordinal), "The gravest stands first.");
        var economy = string.Join(' ', parts["Ekonomiska konsekvenser"]);
        economy.ShouldContain("särskild avgift");
        string.Join(' ', parts["Konsekvenser för barn"]).ShouldContain("syskon");
        var attachments = string.Join('\n', parts["Bilagor"]);
        foreach (var attachment in new[]
        {
            "Granskningsrapport, version 1", "Kundvalsvillkor", "Åtgärdsplan Care Allomsorg",
            "Arbetsbeskrivning samordnare för ledsagning och avlösning",
            "Rutin gällande inkommande beställningar från Nacka kommun och rekrytering",
        })
            attachments.ShouldContain(attachment);
        attachments.ShouldContain("Enhetschef");
        attachments.ShouldContain("Kvalitetsutvecklare");
        attachments.ShouldContain("Omsorgsenheten");
        text.ShouldContain(CaseApp.Number);
        text.ShouldContain("2019-11-26");
    }

    private async Task TheBoardWarnsAsync(ReviewDriver review, SanctionDriver warning)
    {
        await _world.AtAsync(2019, 12, 17);
        (await _world.Secretary.GetPageAsync("/sammantraden/socialnamnden/2019-12-17")).Body!.TextContent
            .ShouldContain("Varning, Care Allomsorg ledsagning och avlösning");
        await warning.DoAsync(
            _world.Secretary, "record-board-decision",
            new { outcome = "granted", paragraph = "§ 112", approvedAtOnce = true });
        await warning.DoAsync(_world.Reviewer, "notify");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var papers = await warning.PapersAsync(_world.Reviewer);
        var notice = await ReviewPapers.TextAsync(_world.Reviewer, papers["Underrättelse om beslut"]);
        notice.ShouldContain("§ 112");
        notice.ShouldContain("Paragrafen justerades den 17 december 2019");
        notice.ShouldContain("28 februari 2020");
        await warning.DoAsync(
            _world.Reviewer, "record-receipt", new { on = "2019-12-17", how = "Svar per e-post" });
        (await review.ReadAsync())["finalDate"]!.ToJsonString().ShouldContain("2020-02-28");
        using var closing = await review.TryAsync("close", new { reason = "Klart." }, review.Version);
        (await closing.ReadJsonAsync()).ToJsonString().ShouldContain("review.sanction-open");
    }

    /// <param name="remaining">The number of a finding that is not remedied then; null: all are.</param>
    private async Task FollowedUpInJanuaryAsync(ReviewDriver review, int? remaining)
    {
        await _world.AtAsync(2020, 1, 15);
        foreach (var finding in new[] { 1, 4, 5, 6 })
            await review.DoAsync("follow-finding", new
            {
                finding,
                status = finding == remaining ? "begun" : "remedied",
                evidence = "Tio akter och kvitton har lästs.",
                isEnough = finding != remaining,
            });
        await review.DoAsync(
            "record-follow-up", new { madeOn = "2020-01-14", method = "besok", result = "Uppföljt på plats." });
    }

    private async Task EverythingIsRemediedAsync(ReviewDriver review, SanctionDriver warning)
    {
        await _world.AtAsync(2020, 2, 20);
        await warning.DoAsync(_world.Reviewer, "reconsider", new { what = "lift", reason = "Allt är åtgärdat." });
        await warning.DoAsync(_world.Reviewer, "write-paper", Paper());
        await warning.DoAsync(_world.Reviewer, "submit", new { meeting = "2020-03-17" });
        await _world.AtAsync(2020, 3, 17);
        var lifted = await warning.DoAsync(
            _world.Secretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 24" });
        lifted["ending"]!.GetValue<string>().ShouldBe("lifted");
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await review.DoAsync("close", new
        {
            reason = "Alla brister är åtgärdade.",
            decided = "Nämnden varnade anordnaren.",
            became = "Bristerna är åtgärdade.",
        }))["ending"]!.GetValue<string>().ShouldBe("completed");
        var papers = await warning.PapersAsync(_world.Reviewer);
        (await ReviewPapers.TextAsync(_world.Reviewer, papers["Tjänsteskrivelse, hävning, version 1"]))
            .ShouldContain("Socialnämnden häver beslutet den 17 december 2019 om varning för Care Allomsorg");
    }

    /// <summary>The paragraphs below each heading.</summary>
    private static Dictionary<string, List<string>> Sections(string text)
    {
        string[] headings =
        [
            "Förslag till beslut", "Sammanfattning av ärendet", "Ärendet", "Ekonomiska konsekvenser",
            "Konsekvenser för barn", "Bilagor",
        ];
        var sections = new Dictionary<string, List<string>>();
        List<string>? at = null;
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            if (headings.Contains(line))
                sections.Add(line, at = []);
            else
                at?.Add(line);
        }

        return sections;
    }

    private static object Proposal(string step, params string[] findings) => new
    {
        step,
        services = new[] { "avlosarservice", "ledsagarservice", "avlosning" },
        findings,
        reason = "Flera kunder har inte fått sina insatser verkställda.",
    };

    /// <summary>The words of the source, without what the law of today says otherwise.</summary>
    private static Dictionary<string, object> Paper(
        string? finalDate = null, bool children = true, string? consulted = null)
    {
        var paper = new Dictionary<string, object>
        {
            ["summary"] =
                "En påkallad granskning utfördes i september 2019 med anledning av synpunkter från tre "
                    + "LSS-handläggare. De allvarligaste bristerna handlar om att kunder inte fått sina insatser "
                    + "verkställda.",
            ["matter"] =
                "I granskningen har kvalitetsutvecklare undersökt hur anordnaren följt de generella och specifika "
                    + "kundvalsvillkoren. Beslut ska verkställas utan dröjsmål. Efter tre månader rapporteras de.",
            ["economy"] =
                "Bristande verkställighet kan leda till att IVO ansöker om att kommunen ska betala särskild avgift.",
            ["childGroup"] = "Barn med beviljade insatser, deras syskon och vårdnadshavare",
            ["childrenWhy"] =
                "Flera barn har inte fått de insatser de har rätt till. Vårdnadshavare har inte fått avlösning, "
                    + "vilket drabbar barnen och deras syskon.",
            ["approvedAtOnce"] = true,
            ["attachments"] =
                "Arbetsbeskrivning samordnare för ledsagning och avlösning\n"
                    + "Rutin gällande inkommande beställningar från Nacka kommun och rekrytering",
            ["manager"] = "Enhetschef Exempel",
        };
        if (finalDate is not null)
            paper["finalDate"] = finalDate;
        if (children)
            paper["children"] = true;
        if (consulted is not null)
            paper["consulted"] = consulted;
        return paper;
    }
}
