using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Concerns;
using Oversight.Functions.Concerns;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Ending;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Tests.Concerns;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews.Ending;

/// <summary>How reviews end, are paused and are taken up again, over HTTP on real storage.</summary>
public sealed class EndingPathTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Streams Streams => world.App.Services.GetRequiredService<Streams>();

    [Fact]
    public async Task Those_who_told_of_it_are_answered_once_when_it_is_closed_also_with_the_effect_repeated()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world, by: reporter));
        var concern = (await MineAsync(reporter)).Single()!["id"]!.GetValue<string>();
        var regretful = await world.SomebodyAsync(Role.CaseOfficer);
        var withdrawn = await world.ReportAsync(regretful);
        using (var assessed = await ConcernApp.AssessAsync(reviewer, withdrawn, ConcernApp.Assessment()))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        await driver.StartAsync(world);
        await driver.DoAsync("add-concerns", new { concerns = new[] { withdrawn }, reason = "Samma enhet." });
        using (var back = await ReviewDriver.SendAsync(
            regretful, $"/api/v1/concerns/{withdrawn}/actions/withdraw", new { reason = "Fel enhet." }, 2))
            await back.ExpectAsync(HttpStatusCode.OK);
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.AwaitingPlan, isStarted: true);
        await driver.DoAsync("approve-plan", new { reason = "Bra." });
        await driver.DoAsync("set-final-date", new { day = Day(40), followUpOn = Day(0) });
        // The loop reminds of it at once.
        await world.App.Clock.AdvanceByAsync("PT2M");
        await driver.DoAsync(
            "follow-finding", new { finding = 1, status = "remedied", evidence = "Vi ringde.", isEnough = true });
        await driver.ReadAsync();
        using (var refused = await driver.TryAsync("close", new { reason = "Klart." }))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var said = await refused.Content.ReadAsStringAsync(Cancellation);
            foreach (var code in new[] { "review.follow-up-open", "text.missing" })
                said.ShouldContain(code);
        }

        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        page.QuerySelector("section[aria-labelledby=aterstar]")!.TextContent
            .ShouldContain("Uppföljningen som är planerad till");
        page.QuerySelector($"a[href='/granskningar/{driver.Id}/gor/avsluta']").ShouldBeNull();
        await driver.DoAsync(
            "record-follow-up", new { madeOn = Day(0), method = "besok", result = "Allt är åtgärdat." });
        (await reviewer.GetPageAsync($"/granskningar/{driver.Id}"))
            .QuerySelector("section[aria-labelledby=aterstar]")!.TextContent.ShouldContain("Inget.");

        using (var form = await (await reviewer.GetFormAsync($"/granskningar/{driver.Id}/gor/avsluta"))
            .With("reason", "Bristen är åtgärdad.").With("decided", "Verksamheten skulle byta växel.")
            .With("became", "Växeln är bytt och ni når dem.").SubmitAsync())
            await form.ExpectAsync(HttpStatusCode.SeeOther);
        await world.App.Clock.AdvanceByAsync("PT2M");
        await RepeatAsync(driver.Id);
        await RepeatAsync(driver.Id);
        (await AnswersAsync(concern)).ShouldBe(1);
        (await AnswersAsync(withdrawn)).ShouldBe(0);

        var mine = (await reporter.GetPageAsync("/synpunkter/mina")).QuerySelector("article")!.TextContent;
        foreach (var said in new[]
        {
            "Avslutad", "Granskningen avslutades", "Verksamheten skulle byta växel.", "Växeln är bytt och ni når dem.",
        })
            mine.ShouldContain(said);
        (await reporter.GetPageAsync("/")).Body!.TextContent.ShouldContain(": avslutad");
        (await reporter.GetPageAsync($"/synpunkter/arende/{concern}")).Body!.TextContent
            .ShouldContain("Växeln är bytt och ni når dem.");
        (await regretful.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldNotContain("avslutades");
        var papers = await ReviewPapers.OfAsync(reviewer, driver.Id);
        var letter = await ReviewPapers.UsedAsync(reviewer, papers["Avslutsbrev"]);
        letter.ShouldContain("Bristen är åtgärdad.");
        letter.ShouldContain("Åtgärdad");
        letter.ShouldNotContain("Växeln är bytt och ni når dem.", Case.Sensitive, "That is for the reporters.");
    }

    [Fact]
    public async Task A_closed_review_is_taken_up_again_and_its_reporters_get_the_new_answer()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world, by: reporter));
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.Closed);
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        var again = await new ReviewDriver(chief, driver.Id).DoAsync("reopen", new { reason = "Fel antal." });
        (again["status"]!.GetValue<string>(), again["ending"]?.GetValue<string>()).ShouldBe(("planApproved", null));
        await driver.DoAsync("close", new
        {
            reason = "Rätt antal nu.",
            decided = "Som förut.",
            became = "Fler kunder var berörda.",
        });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var concern = (await MineAsync(reporter)).Single()!["id"]!.GetValue<string>();
        (await AnswersAsync(concern)).ShouldBe(2);
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain("Fler kunder var berörda.");
        (await ReviewPapers.OfAsync(reviewer, driver.Id)).Keys.ShouldContain("Avslutsbrev 2");
    }

    [Fact]
    public async Task Whoever_told_of_what_is_broken_off_is_answered_too()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await ReviewDriver.TriggerAsync(world, by: reporter);
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        await new ReviewDriver(chief, id).DoAsync("cancel", ReviewDriver.Closing);
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain("Bristen är åtgärdad.");
    }

    [Fact]
    public async Task Whoever_told_of_what_is_not_reviewed_reads_why()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = await world.ReportAsync(reporter);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using (var assessed = await ConcernApp.AssessAsync(
            assessor, concern, ConcernApp.Assessment("proposeTriggeredReview", "Allvarligt.", 4)))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using (var decided = await ReviewDriver.SendAsync(
            chief, $"/api/v1/concerns/{concern}/actions/decide",
            new { approved = false, reason = "En granskning pågår redan." }, 2))
            await decided.ExpectAsync(HttpStatusCode.OK);
        await world.App.Clock.AdvanceByAsync("PT2M");
        var mine = (await reporter.GetPageAsync("/synpunkter/mina")).QuerySelector("article")!.TextContent;
        mine.ShouldContain("Ingen påkallad granskning.");
        mine.ShouldContain("En granskning pågår redan.");
        (await reporter.GetPageAsync("/")).Body!.TextContent.ShouldContain(": ingen påkallad granskning");
    }

    [Fact]
    public async Task While_a_review_is_paused_its_clocks_stand_still_and_the_days_move_when_it_goes_on()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.Underway);
        await driver.DoAsync("ask-supplement", new { until = Day(5), asked = "Rutinen." });
        var until = Day(5 + 20);
        await driver.DoAsync("pause", new { reason = "Verksamhetschefen är sjuk." });
        await driver.DoAsync(
            "judge", new { requirement = "kontaktvagar", fulfilment = "met", source = "kund" },
            HttpStatusCode.UnprocessableEntity);
        await world.App.Clock.AdvanceByAsync("P20D");
        var page = await reviewer.GetPageAsync($"/granskningar/{driver.Id}");
        page.Body!.TextContent.ShouldContain("Granskningen är pausad");
        page.QuerySelector($"a[href='/granskningar/{driver.Id}/gor/ateruppta']").ShouldNotBeNull();
        (await reviewer.GetPageAsync("/granskningar")).Body!.TextContent.ShouldContain("Komplettering, pausad");
        (await reviewer.GetPageAsync("/")).Body!.TextContent
            .ShouldNotContain("svarstiden är ute", Case.Sensitive, "Nothing is late while it is paused.");
        await driver.DoAsync("resume");
        var waits = (await (await reviewer.GetAsync("/api/v1/reviews", Cancellation)).ReadJsonAsync())["items"]!
            .AsArray().Single(row => row!["id"]!.GetValue<string>() == driver.Id)!["waits"]!.AsArray();
        waits.Single()!["until"]!.GetValue<string>().ShouldBe(until);
        await driver.DoAsync("receive-supplement", new { number = 1, receivedOn = Day(0), answer = "Här." });
    }

    [Fact]
    public async Task Nothing_goes_to_the_provider_at_the_end_of_a_sealed_review()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.PlanApproved);
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        await driver.DeclineReferralAsync(world);
        await driver.DoAsync("close", ReviewDriver.Closing);
        await world.App.Clock.AdvanceByAsync("PT2M");
        (await ReviewPapers.OfAsync(reviewer, driver.Id)).Keys.ShouldNotContain("Avslutsbrev");
    }

    private string Day(int ahead) =>
        world.App.Clock.Now.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<JsonArray> MineAsync(HttpClient reporter) =>
        (await (await reporter.GetAsync("/api/v1/concerns/mine", Cancellation)).ReadJsonAsync())["items"]!.AsArray();

    private async Task<int> AnswersAsync(string concern) =>
        (await Streams.HistoryAsync(ConcernStream.Kind, Id.FromValue(concern), Cancellation))
            .Count(recorded => recorded.Event is ConcernEvent.AnsweredByReview);

    /// <summary>As after a death between the effect and its mark.</summary>
    private async Task RepeatAsync(string review)
    {
        var id = Id.FromValue(review);
        var read = (await Streams.LoadAsync(ReviewStream.Kind, id, Cancellation))!;
        var closed = (await Streams.HistoryAsync(ReviewStream.Kind, id, Cancellation))
            .Single(recorded => recorded.Event is ReviewEvent.Closed);
        var handler = (IEffectHandler<ReviewState, ReviewEvent>)world.App.Services
            .GetRequiredService<EffectHandlers>().Get(ReporterAnswering.Name);
        (await handler.RunAsync(
            new EffectCall<ReviewState, ReviewEvent>(read.Head, read.State, closed, () => true), Cancellation))
            .ShouldBe(EffectProgress.Done);
    }
}
