using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Reviews.Joint;

/// <summary>
/// gemensam granskning: one visit, and for each board a review, a number, a report and decisions of its own (R2).
/// </summary>
public sealed class JointReviewTests(JointApp world) : IClassFixture<JointApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task A_joint_review_ends_in_one_report_and_one_number_for_each_board()
    {
        var (words, shared) = ($"Fru {Unique.Word()} väntade på svar.", $"Telefonen besvaras inte. {Unique.Word()}");
        var both = await world.BothAsync();
        var (first, second) = (both.First, both.Second);
        await JointApp.JudgeAsync(first, "Vi ringde tio gånger.");
        await JointApp.FindAsync(first, words);
        await first.DoAsync("share-finding", new { number = 1, text = shared });
        await JointApp.JudgeAsync(second, "Vi ringde också.");
        var received = (await second.ReadAsync())["joint"]!["received"]!.AsArray().ShouldHaveSingleItem()!;
        received["text"]!.GetValue<string>().ShouldBe(shared);
        received["affected"]!.GetValue<int>().ShouldBe(7);
        await second.DoAsync("take-finding", new { number = 1, requirement = "kontaktvagar" });

        foreach (var driver in new[] { first, second })
        {
            await driver.DoAsync("communicate");
            await driver.DoAsync(
                "receive-comment", new { receivedOn = "2027-01-15", text = "Vi håller med.", answer = "Noterat." });
            await driver.DoAsync("establish", new { summary = "En brist." });
            await driver.DoAsync("ask-plan");
        }

        await world.App.Clock.AdvanceByAsync("PT2M");
        var (own, other) = (await first.ReadAsync(), await second.ReadAsync());
        (own["caseNumber"]!.GetValue<string>(), other["caseNumber"]!.GetValue<string>())
            .ShouldBe((JointApp.SocialNumber, JointApp.ElderNumber));
        foreach (var read in new[] { own, other })
        {
            read["reportVersion"]!.GetValue<int>().ShouldBe(1);
            read["findings"]!.AsArray().Count.ShouldBe(1);
            read["status"]!.GetValue<string>().ShouldBe("awaitingPlan");
        }

        string[] letters = ["Kommuniceringsbrev 1", "Granskningsrapport, version 1", "Begäran om åtgärdsplan 1"];
        var social = await UsedAsync(both.Social, first, letters);
        social.ShouldAllBe(text => text.Contains(
            $"gemensam med Äldrenämnden (diarienummer {JointApp.ElderNumber})", StringComparison.Ordinal));
        social[1].ShouldContain(words);
        var elder = await UsedAsync(both.Elder, second, letters);
        elder.ShouldAllBe(text => text.Contains(
            $"gemensam med Socialnämnden (diarienummer {JointApp.SocialNumber})", StringComparison.Ordinal));
        elder[1].ShouldContain($"Källa: Gemensam granskning, Socialnämnden, dnr {JointApp.SocialNumber}");
        elder[1].ShouldContain(shared);
        elder[1].ShouldContain("på initiativ av Socialnämnden");
        elder.ShouldAllBe(text => !text.Contains(words, StringComparison.Ordinal)
            && !text.Contains("Björkens ledsagning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_ansvarig_granskare_asks_and_only_the_other_board_begins_its_own()
    {
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        var colleague = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var form = await lead.GetFormAsync(FormOf(driver), "form[action$=gemensam-granskning]");
        form.Document.QuerySelectorAll("[name=unit] option[value]").Select(option => option.TextContent.Trim())
            .Where(text => text.Contains(',')).ShouldBe([$"{JointApp.ElderUnitName}, Äldrenämnden"]);
        await driver.DoAsync(
            "join-board", new { unit = world.ElderUnit.Value, reason = "Ett besök." },
            HttpStatusCode.UnprocessableEntity);
        await new ReviewDriver(colleague, driver.Id).DoAsync("join");
        await new ReviewDriver(colleague, driver.Id).DoAsync(
            "join-board", new { unit = world.SameProvider.Value, reason = "Ett besök." }, HttpStatusCode.Forbidden);
        using (var unread = await lead.GetAsync($"/granskningar/{JointApp.TwinOf(driver)}", Cancellation))
            unread.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await driver.DoAsync("join-board", new { unit = world.SameProvider.Value, reason = "Ett besök." });
        var elder = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        (await elder.GetPageAsync("/")).QuerySelector("main")!.TextContent
            .ShouldContain($"Börja granskningen av {JointApp.ElderUnitName}");
        var twin = new ReviewDriver(elder, JointApp.TwinOf(driver));
        var read = await twin.ReadAsync();
        (read["status"]!.GetValue<string>(), read["kind"]!.GetValue<string>(), read["concerns"]!.GetValue<int>())
            .ShouldBe(("toStart", "joint", 0));
        (await JointReviews.ToldAsync(lead, driver)).ShouldContain("Att starta");
        await twin.DoAsync("start");
        var told = await JointReviews.ToldAsync(lead, driver);
        told.ShouldContain("Planeras");
        told.ShouldContain("Test user-");
        (await lead.GetPageAsync($"/granskningar/{driver.Id}")).QuerySelectorAll(".timeline-head")
            .ShouldContain(head => head.TextContent.Contains("Den andra nämndens granskning har börjat"));
    }

    [Fact]
    public async Task Sent_twice_and_by_two_at_once_it_is_one_review_of_the_other_board()
    {
        var lead = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(lead, await ReviewDriver.TriggerAsync(world));
        await driver.DoAsync("start");
        var forms = new List<FormPage>();
        for (var window = 0; window < 2; window++)
            forms.Add((await lead.GetFormAsync(FormOf(driver), "form[action$=gemensam-granskning]"))
                .With("unit", world.SameProvider.Value).With("reason", "Ett besök."));
        var codes = new List<HttpStatusCode>();
        foreach (var answer in await Task.WhenAll(forms.Select(form => form.SubmitAsync())))
        {
            codes.Add(answer.StatusCode);
            answer.Dispose();
        }

        codes.ShouldContain(HttpStatusCode.SeeOther);
        foreach (var (form, code) in forms.Zip(codes))
        {
            using var again = await form.SubmitAsync();
            if (code == HttpStatusCode.SeeOther)
                again.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "The same form again is the same answer.");
        }

        await driver.ReadAsync();
        using (var later = await driver.TryAsync(
            "join-board", new { unit = world.SameProvider.Value, reason = "Igen." }))
            (await later.Content.ReadAsStringAsync(Cancellation)).ShouldContain("review.already-joint");
        await OnceAsync(lead, driver.Id, "Gemensam granskning med en annan nämnd");
        var elder = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        await OnceAsync(elder, JointApp.TwinOf(driver), "Granskningen öppnad på initiativ av en annan nämnd");
    }

    [Fact]
    public async Task A_finding_is_shared_once_without_small_numbers_or_a_personnummer()
    {
        var both = await world.BothAsync();
        await JointApp.JudgeAsync(both.First, "Vi ringde.");
        await JointApp.FindAsync(both.First, "Nås inte.", affected: 2);
        await both.First.DoAsync(
            "share-finding", new { number = 1, text = "Kunden 19811218-9876 väntade." },
            HttpStatusCode.UnprocessableEntity);
        var form = (await both.Social.GetFormAsync(
            $"/granskningar/{both.First.Id}/gor/lamna-brist", "form[action$=lamna-brist]"))
            .With("number", "1").With("text", "Nås inte, kund 19811218-9876.");
        using (var asked = await form.SubmitAsync())
        {
            asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            form = FormPage.Of(both.Social, await asked.ReadPageAsync(),
                $"/granskningar/{both.First.Id}/gor/lamna-brist", "form[action$=lamna-brist]");
        }

        using (var other = await form.With("text.numbers", "other").SubmitAsync())
        {
            other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await other.ReadPageAsync()).Body!.TextContent.ShouldContain("lämnas inte till en annan nämnd");
        }

        await both.First.DoAsync("share-finding", new { number = 1, text = "Nås inte på telefon." });
        using (var twice = await both.First.TryAsync("share-finding", new { number = 1, text = "Nås inte." }))
            twice.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var received = (await both.Second.ReadAsync())["joint"]!["received"]!.AsArray().ShouldHaveSingleItem()!;
        received["affected"].ShouldBeNull();
        (await JointReviews.ToldAsync(both.Elder, both.Second)).ShouldContain("Nås inte på telefon.");
        (await JointReviews.ToldAsync(both.Social, both.First))
            .ShouldContain("Lämnat till den andra nämnden: brist 1.");
    }

    [Fact]
    public async Task When_one_board_breaks_off_the_other_is_told_and_goes_on()
    {
        var both = await world.BothAsync();
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder);
        var reason = $"Avtalet upphör. {Unique.Word()}";
        await new ReviewDriver(chief, both.Second.Id).DoAsync("cancel", new { reason });
        var page = await both.Social.GetPageAsync($"/granskningar/{both.First.Id}");
        page.QuerySelector("section[aria-labelledby=gemensam]")!.TextContent
            .ShouldContain("Äldrenämnden har avbrutit sin granskning");
        page.Body!.TextContent.ShouldContain("Den andra nämnden har avbrutit sin granskning");
        page.Body.TextContent.ShouldNotContain(reason);
        await JointApp.JudgeAsync(both.First, "Vi ringde.");
        await JointApp.FindAsync(both.First, "Nås inte.");
        await both.First.DoAsync(
            "share-finding", new { number = 1, text = "Nås inte." }, HttpStatusCode.UnprocessableEntity);
        await both.First.DoAsync("communicate", new { waived = true, reason = "Brådskar." });
        await both.First.DoAsync("establish", new { summary = "En brist." });
        await world.App.Clock.AdvanceByAsync("PT2M");
        var report = (await UsedAsync(both.Social, both.First, "Granskningsrapport, version 1"))[0];
        report.ShouldContain("tänkt att göras gemensamt med Äldrenämnden, som avbröt sin del");
        report.ShouldNotContain(JointApp.ElderNumber);
    }

    private static string FormOf(ReviewDriver driver) => $"/granskningar/{driver.Id}/gor/gemensam-granskning";

    private static async Task OnceAsync(HttpClient reader, string review, string what) =>
        (await reader.GetPageAsync($"/granskningar/{review}")).QuerySelectorAll(".timeline-head")
            .Count(head => head.TextContent.Contains(what, StringComparison.Ordinal)).ShouldBe(1);

    /// <summary>The documents of those names, opened in Word.</summary>
    private static async Task<IReadOnlyList<string>> UsedAsync(
        HttpClient reader, ReviewDriver review, params string[] names)
    {
        var papers = await ReviewPapers.OfAsync(reader, review.Id);
        var texts = new List<string>();
        foreach (var name in names)
            texts.Add(await ReviewPapers.UsedAsync(reader, papers[name]));
        return texts;
    }
}
