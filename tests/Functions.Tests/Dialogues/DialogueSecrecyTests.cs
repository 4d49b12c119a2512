using System.Globalization;
using System.Net;
using Oversight.Functions.Dialogues.Papers;
using Oversight.Functions.Tests.Answers;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Dialogues;

/// <summary>
/// No participant learns of another's matters, nobody of what is sealed or another board's, and a letter follows what
/// happens to its meeting.
/// </summary>
public sealed class DialogueSecrecyTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_one_participants_goes_to_it_alone()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        var (driver, _) = await world.StartAsync(address);
        await AnswerApp.ReportAsync(driver);
        var before = world.Mail.To(address).Count;
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var series = await SeriesAsync(lead);
        await series.PlanAsync(Today, world.Unit.Value);
        await series.PlanAsync(Today);
        await series.AtAsync(1, "agree-area", new { what = "Egen rutin", owner = "Chefen", until = Day(30) });
        await series.AtAsync(2, "agree-area", new { what = "Gemensam rutin", owner = "Cheferna", until = Day(30) });
        (await lead.GetPageAsync(series.Meeting(2))).QuerySelector("#staben")!.ParentElement!.TextContent
            .ShouldContain("1 öppen brist", Case.Sensitive, "those who lead see it beside");
        await series.AtAsync(2, "invite");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var shared = (await world.Mail.LastAsync(address, before + 1, Cancellation)).TextBody!;
        shared.ShouldContain("Gemensam rutin");
        shared.ShouldNotContain("Egen rutin");
        shared.ShouldNotContain("brist");
        await series.AtAsync(1, "invite");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var own = (await world.Mail.LastAsync(address, before + 2, Cancellation)).TextBody!;
        own.ShouldContain("Egen rutin");
        own.ShouldContain("1 öppen brist");
        own.ShouldNotContain("Gemensam rutin");
        await series.AtAsync(2, "hold", new { attended = new[] { world.OtherUnit } });
        await series.AtAsync(2, "establish-minutes");
        await world.App.Clock.AdvanceByAsync("PT2M");
        var minutes = await ReviewPapers.UsedAsync(
            lead, $"/dokument/{MinutesPaper.IdOf(Id.FromValue(series.Id), 2)}");
        minutes.ShouldContain("Gemensam rutin");
        minutes.ShouldNotContain("Egen rutin");
        minutes.ShouldNotContain("brist");
    }

    [Fact]
    public async Task A_sealed_concern_is_neither_seen_nor_taken_up_by_whoever_may_not_read_it()
    {
        var inside = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var outside = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var concern = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        using (var assessed = await ConcernApp.AssessAsync(inside, concern, ConcernApp.Assessment()))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        var series = await SeriesAsync(inside);
        await series.PlanAsync(Today);
        await series.AtAsync(1, "hold", new { attended = new[] { world.Unit } });
        (await outside.GetStringAsync(series.Meeting(1), Cancellation)).ShouldContain(concern);
        using (var sealing = await ReviewDriver.SendAsync(
            inside, $"/api/v1/concerns/{concern}/actions/seal", new { reason = "Misstänkt stöld." }, 2))
            await sealing.ExpectAsync(HttpStatusCode.OK);

        (await outside.GetStringAsync(series.Meeting(1), Cancellation)).ShouldNotContain(concern);
        using (var refused = await new DialogueDriver(outside, series.Id)
            .TryAtAsync(1, "take-up", new { concern, became = "Ordnat." }))
            (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("dialogue.unknown-concern");
        await series.AtAsync(1, "take-up", new { concern, became = "Hemligt utfall." });
        foreach (var address in (string[])[series.Meeting(1), series.Page, $"/api/v1/dialogues/{series.Id}"])
        {
            var read = await outside.GetStringAsync(address, Cancellation);
            read.ShouldNotContain("Hemligt utfall.");
            read.ShouldNotContain(Id.FromValue(concern).Reference('S'));
        }

        (await inside.GetStringAsync(series.Meeting(1), Cancellation)).ShouldContain("Hemligt utfall.");
    }

    [Fact]
    public async Task Another_board_a_handlaggare_and_whoever_only_reads_find_what_is_theirs()
    {
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var series = await SeriesAsync(lead);
        await series.PlanAsync(Today);
        foreach (var stranger in new[]
        {
            await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder),
            await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social),
        })
        {
            foreach (var address in (string[])
                [series.Page, series.Meeting(1), $"{series.Page}/kalender", $"{series.Meeting(1)}/kalender",
                    $"/api/v1/dialogues/{series.Id}", $"{series.Meeting(1)}/gor/anteckna"])
            {
                using var closed = await stranger.GetAsync(address, Cancellation);
                closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
            }
        }

        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync(series.Meeting(1))).QuerySelector("form[action$='/gor/anteckna']").ShouldBeNull();
        (await chief.GetStringAsync($"{series.Page}/kalender", Cancellation)).ShouldContain("BEGIN:VEVENT");
        using var not = await chief.GetAsync($"{series.Meeting(1)}/gor/anteckna", Cancellation);
        not.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var missing = await lead.GetAsync($"{series.Page}/moten/9", Cancellation);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_or_cancelled_is_told_of_under_the_same_name()
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        await world.SetContactAsync(address);
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var series = await SeriesAsync(lead);
        await series.PlanAsync(Day(5));
        await series.AtAsync(1, "invite");
        await world.App.Clock.AdvanceByAsync("PT2M");
        await world.Mail.LastAsync(address, 1, Cancellation);
        await series.AtAsync(1, "move", new
        { on = Day(6), from = "13.00", until = "14.30", place = "Biblioteket", reason = "Sjukdom." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var moved = await world.Mail.LastAsync(address, 2, Cancellation);
        moved.Subject!.ShouldStartWith("Ny tid för kvalitetsdialog");
        moved.TextBody!.ShouldContain("kl. 13.00–14.30");
        moved.TextBody!.ShouldNotContain("Sjukdom");
        await series.AtAsync(1, "cancel", new { reason = "Sjukdom." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await world.Mail.LastAsync(address, 3, Cancellation)).Subject!.ShouldStartWith("Inställd");
        var calendar = await lead.GetStringAsync($"{series.Meeting(1)}/kalender", Cancellation);
        calendar.ShouldContain("METHOD:CANCEL");
        calendar.ShouldContain("SEQUENCE:2");
        calendar.ShouldContain($"UID:{series.Id}-1@oversight");
        using var unreadable = await series.TryAtAsync(1, "invite");
        (await unreadable.Content.ReadAsStringAsync(Cancellation)).ShouldContain("dialogue.is-cancelled");
    }

    private async Task<DialogueDriver> SeriesAsync(HttpClient lead)
    {
        var series = await DialogueDriver.OpenAsync(lead);
        await series.DoAsync("set-participants", new { participants = new[] { world.Unit, world.OtherUnit } });
        return series;
    }

    private string Today => Day(0);

    private string Day(int ahead) => DateOnly.FromDateTime(world.App.Clock.Now.Date).AddDays(ahead)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
