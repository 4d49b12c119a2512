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
public sealed class CaseTests(CaseApp world) : IClassFixture<CaseApp>
{
    private const string Services =
        "ledsagarservice och avlösarservice i hemmet enligt LSS samt avlösning enligt SoL för barn och unga";

    [Fact]
    [Trait("Requirement", "R28")]
    [Trait("Requirement", "R69")]
    [Trait("Requirement", "R74")]
    [Trait("Requirement", "R75")]
    [Trait("Requirement", "R77")]
    [Trait("Requirement", "R78")]
    [Trait("Requirement", "R79")]
    [Trait("Requirement", "R80")]
    [Trait("Requirement", "R81")]
    [Trait("Requirement", "R82")]
    [Trait("Requirement", "R84")]
    [Trait("Requirement", "R95")]
    [Trait("Requirement", "R109")]
    [Trait("Requirement", "R110")]
    [Trait("Requirement", "R112")]
    public async Task The_case_of_2019_is_played_from_the_first_concern_until_the_warning_is_lifted()
    {
        var review = await world.UntilPlanApprovedAsync();
        await review.DoAsync("propose-sanction", Proposal());
        await world.App.Clock.AdvanceByAsync("PT2M");
        var warning = SanctionDriver.Of(review.Id);
        (await warning.RefusedAsync(world.Reviewer, "write-paper", Paper(without: "children")))
            .ShouldContain("sanction.children-missing");
        await warning.DoAsync(world.Reviewer, "write-paper", Paper());
        (await warning.RefusedAsync(world.Reviewer, "submit", new { meeting = "2019-12-17" }))
            .ShouldContain("sanction.not-heard");
        await warning.DoAsync(world.Reviewer, "hear", new { until = "2019-11-15" });
        using (var unseen = await world.Secretary.GetAsync(
            $"/sanktioner/{warning.Id}", TestContext.Current.CancellationToken))
            unseen.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "Nothing has been handed to the board.");
        await world.AtAsync(2019, 11, 26);
        await warning.DoAsync(world.Reviewer, "submit", new { meeting = "2019-12-17" });
        await world.App.Clock.AdvanceByAsync("PT2M");

        await EveryFactOfTheSourceStandsUnderItsHeadingAsync(warning);
        await TheBoardWarnsAsync(review, warning);
        await EverythingIsRemediedAsync(review, warning);
    }

    private async Task EveryFactOfTheSourceStandsUnderItsHeadingAsync(SanctionDriver warning)
    {
        var papers = await warning.PapersAsync(world.Secretary);
        papers.Keys.ShouldBe(["Tjänsteskrivelse, version 1"], "The secretary reads what the board has, and no draft.");
        var text = await ReviewPapers.UsedAsync(world.Secretary, papers["Tjänsteskrivelse, version 1"]);
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
        matter.ShouldContain("De brister som återstår ska vara åtgärdade senast den 28 februari 2020.");
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
        await world.AtAsync(2019, 12, 17);
        (await world.Secretary.GetPageAsync("/sammantraden/socialnamnden/2019-12-17")).Body!.TextContent
            .ShouldContain("Varning, Care Allomsorg ledsagning och avlösning");
        await warning.DoAsync(
            world.Secretary, "record-board-decision",
            new { outcome = "granted", paragraph = "§ 112", approvedAtOnce = true });
        await warning.DoAsync(world.Reviewer, "notify");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var papers = await warning.PapersAsync(world.Reviewer);
        var notice = await ReviewPapers.TextAsync(world.Reviewer, papers["Underrättelse om beslut"]);
        notice.ShouldContain("§ 112");
        notice.ShouldContain("Paragrafen justerades den 17 december 2019");
        notice.ShouldContain("28 februari 2020");
        await warning.DoAsync(
            world.Reviewer, "record-receipt", new { on = "2019-12-17", how = "Svar per e-post" });
        await review.DoAsync("change-finding", new { number = 4, status = "remedied", reason = "Sett i januari." });
        await review.ReadAsync();
        using var closing = await review.TryAsync("close", new { reason = "Klart." }, review.Version);
        (await closing.ReadJsonAsync()).ToJsonString().ShouldContain("review.sanction-open");
    }

    private async Task EverythingIsRemediedAsync(ReviewDriver review, SanctionDriver warning)
    {
        await world.AtAsync(2020, 2, 20);
        (await warning.RefusedAsync(
            world.Reviewer, "reconsider", new { what = "lift", reason = "Allt är åtgärdat." }))
            .ShouldContain("sanction.findings-remain");
        foreach (var number in new[] { 1, 5, 6 })
            await review.DoAsync(
                "change-finding", new { number, status = "remedied", reason = "Sett vid uppföljningen." });
        await warning.DoAsync(world.Reviewer, "reconsider", new { what = "lift", reason = "Allt är åtgärdat." });
        await warning.DoAsync(world.Reviewer, "write-paper", Paper(without: "finalDate"));
        await warning.DoAsync(world.Reviewer, "submit", new { meeting = "2020-03-17" });
        await world.AtAsync(2020, 3, 17);
        var lifted = await warning.DoAsync(
            world.Secretary, "record-board-decision", new { outcome = "granted", paragraph = "§ 24" });
        lifted["ending"]!.GetValue<string>().ShouldBe("lifted");
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await review.DoAsync("close", new { reason = "Alla brister är åtgärdade." }))["ending"]!.GetValue<string>()
            .ShouldBe("completed");
        var papers = await warning.PapersAsync(world.Reviewer);
        (await ReviewPapers.TextAsync(world.Reviewer, papers["Tjänsteskrivelse, hävning, version 1"]))
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

    private static object Proposal() => new
    {
        step = "varning",
        services = new[] { "avlosarservice", "ledsagarservice", "avlosning" },
        findings = new[] { "1", "2", "3", "4", "5", "6" },
        reason = "Flera kunder har inte fått sina insatser verkställda.",
    };

    /// <summary>The words of the source, without what the law of today says otherwise.</summary>
    private static Dictionary<string, object?> Paper(string? without = null)
    {
        var paper = new Dictionary<string, object?>
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
            ["children"] = true,
            ["childGroup"] = "Barn med beviljade insatser, deras syskon och vårdnadshavare",
            ["childrenWhy"] =
                "Flera barn har inte fått de insatser de har rätt till. Vårdnadshavare har inte fått avlösning, "
                    + "vilket drabbar barnen och deras syskon.",
            ["finalDate"] = "2020-02-28",
            ["approvedAtOnce"] = true,
            ["attachments"] =
                "Arbetsbeskrivning samordnare för ledsagning och avlösning\n"
                    + "Rutin gällande inkommande beställningar från Nacka kommun och rekrytering",
            ["manager"] = "Enhetschef Exempel",
        };
        if (without is not null)
            paper.Remove(without);
        return paper;
    }
}
