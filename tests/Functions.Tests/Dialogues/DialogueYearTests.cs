using System.Globalization;
using System.Net;
using MimeKit;
using Oversight.Functions.Dialogues.Papers;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Dialogues;

/// <summary>A series of kvalitetsdialoger over a year.</summary>
public sealed class DialogueYearTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private const string Became = "Rutinen för sena besök är ändrad.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R43")]
    [Trait("Requirement", "R44")]
    [Trait("Requirement", "R31")]
    public async Task A_series_is_led_over_a_year_and_what_was_agreed_is_carried_over_and_closed()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        await world.SetContactAsync(address);
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var said = $"Ledsagaren kom inte. {Unique.Word()}";
        var concern = await world.ReportAsync(officer, world.Concern(said));
        using (var assessed = await ConcernApp.AssessAsync(lead, concern, ConcernApp.Assessment()))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        var series = await DialogueDriver.OpenAsync(lead);
        await series.DoAsync("set-participants", new { participants = new[] { world.Unit, world.OtherUnit } });

        // The first meeting: invited, and a participant without an address is somebody's task.
        await series.PlanAsync(Day(10));
        await series.AtAsync(1, "add-point", new { what = "Sena besök" });
        (await ToDoAsync(lead)).ShouldContain("Kalla till kvalitetsdialogen");
        await series.AtAsync(1, "invite");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var invitation = await world.Mail.LastAsync(address, 1, Cancellation);
        invitation.TextBody!.ShouldContain("1. Sena besök");
        invitation.TextBody!.ShouldNotContain(said);
        Calendar(invitation).ShouldContain("DTSTART;TZID=Europe/Stockholm:");
        (await ToDoAsync(lead)).ShouldNotContain("Kalla till kvalitetsdialogen");
        (await ToDoAsync(lead)).ShouldContain("e-postadress saknas");
        (await lead.GetPageAsync(series.Page)).QuerySelector("#deltagare")!.ParentElement!.TextContent
            .ShouldContain("Saknas");

        await world.App.Clock.AdvanceByAsync("P10D");
        var page = (await lead.GetPageAsync(series.Meeting(1))).QuerySelector("main")!;
        page.QuerySelector($"a[href='/synpunkter/arende/{concern}']").ShouldNotBeNull();
        using (var noted = await (await lead.GetFormAsync(series.Meeting(1), "main form[action$='/gor/anteckna']"))
            .With("point", "1").With("words", "Alla ringer när någon blir sen.").SubmitAsync())
            await noted.ExpectAsync(HttpStatusCode.SeeOther);
        await series.AtAsync(1, "agree-area", new { what = "Besked i tid", owner = "Cheferna", until = Day(80) });
        await series.AtAsync(1, "hold", new { attended = new[] { world.Unit }, others = "Två från kommunen" });
        (await ToDoAsync(lead)).ShouldContain("Fastställ minnesanteckningarna");
        await series.AtAsync(1, "take-up", new { concern, became = Became });
        await series.AtAsync(1, "establish-minutes", new { summary = "Ett bra samtal." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        await AnsweredAsync(officer, lead, concern, series);
        await MinutesAsync(series, lead, address, said);

        // The second: carried on. The third: reached.
        await series.PlanAsync(Day(90));
        (await series.AtAsync(2, "invite"))["occasions"]!.AsArray().Count.ShouldBe(2);
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await world.Mail.LastAsync(address, 3, Cancellation)).TextBody!
            .ShouldContain("Uppföljning av utvecklingsområde: Besked i tid");
        await world.App.Clock.AdvanceByAsync("P90D");
        (await ToDoAsync(lead)).ShouldContain("Följ upp utvecklingsområde 1");
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync("/veckolista")).QuerySelector("main")!.TextContent
            .ShouldContain("Följ upp utvecklingsområde 1");
        await series.AtAsync(2, "follow-area", new
        {
            area = 1,
            outcome = "carriedOn",
            words = "Två av tre är klara.",
            until = Day(60),
        });
        await series.AtAsync(2, "hold", new { attended = new[] { world.Unit, world.OtherUnit } });
        await series.AtAsync(2, "establish-minutes");
        await series.PlanAsync(Day(30));
        await world.App.Clock.AdvanceByAsync("P30D");
        await series.AtAsync(3, "follow-area", new { area = 1, outcome = "reached", words = "Alla ger besked." });
        await series.AtAsync(3, "hold", new { attended = new[] { world.OtherUnit } });
        var read = await series.AtAsync(3, "establish-minutes");
        read["developmentAreas"]![0]!["status"]!.GetValue<string>().ShouldBe("reached");
        read["developmentAreas"]![0]!["steps"]!.AsArray().Select(step => step!["occasion"]!.GetValue<int>())
            .ShouldBe([1, 2, 3]);
        var ended = await series.DoAsync("end", new { reason = "Nytt avtal." });
        ended["status"]!.GetValue<string>().ShouldBe("ended");
        (await lead.GetPageAsync(series.Page)).QuerySelector("main")!.TextContent
            .ShouldContain("Uppnått. Alla ger besked.");
    }

    /// <summary>The reporter reads what came of it, and it is to be taken up no more.</summary>
    private static async Task AnsweredAsync(
        HttpClient officer, HttpClient lead, string concern, DialogueDriver series)
    {
        (await officer.GetPageAsync("/synpunkter/mina")).QuerySelector("main")!.TextContent
            .ShouldContain($"Resultat: {Became}");
        var page = (await officer.GetPageAsync($"/synpunkter/arende/{concern}")).QuerySelector("main")!.TextContent;
        page.ShouldContain("Synpunkten togs upp på en kvalitetsdialog");
        page.ShouldContain(Became);
        using var read = await officer.GetAsync($"/api/v1/concerns/{concern}", Cancellation);
        (await read.ReadJsonAsync())["dialogueOutcome"]!["became"]!.GetValue<string>().ShouldBe(Became);
        (await lead.GetPageAsync(series.Meeting(1))).QuerySelector("#upptagna")!.ParentElement!.TextContent
            .ShouldContain(Became);
    }

    private async Task MinutesAsync(DialogueDriver series, HttpClient lead, string address, string said)
    {
        var letter = await world.Mail.LastAsync(address, 2, Cancellation);
        letter.Attachments.ShouldHaveSingleItem().ContentType.Name.ShouldBe("Minnesanteckningar.docx");
        var minutes = await ReviewPapers.UsedAsync(
            lead, $"/dokument/{MinutesPaper.IdOf(Id.FromValue(series.Id), 1)}");
        foreach (var there in (string[])
            ["Ett bra samtal.", "Alla ringer när någon blir sen.", "Besked i tid", "Två från kommunen", "avlösning"])
            minutes.ShouldContain(there);
        minutes.ShouldNotContain(said);
        minutes.ShouldNotContain(Became);
        minutes.ShouldNotContain("S-");
    }

    private static string Calendar(MimeMessage letter)
    {
        var part = (MimePart)letter.Attachments.ShouldHaveSingleItem();
        using var read = new StreamReader(part.Content!.Open());
        return read.ReadToEnd();
    }

    private static async Task<string> ToDoAsync(HttpClient client) =>
        (await client.GetPageAsync("/")).QuerySelector("main")!.TextContent;

    private string Day(int ahead) => DateOnly.FromDateTime(world.App.Clock.Now.Date).AddDays(ahead)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
