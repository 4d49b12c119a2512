using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Answers;
using Oversight.Functions.Answers;
using Oversight.Functions.Answers.OfSurveys;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Web;
using Oversight.Surveys;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Answers;

/// <summary>An avtalsenkät is answered by svarslänk: real mail, real browser sessions, the domain clock.</summary>
public sealed class SurveyAnswerTests(AnswerApp world) : IClassFixture<AnswerApp>
{
    private const string Leading = "/svar/fragor/verksamheten";
    private const string Quality = "/svar/fragor/kvalitetsarbete";

    private static readonly string[] Questions =
    [
        "ansvarig", "ansvarig-sedan", "ansvarig-bytt", "ansvarig-bytt-anmalt", "ansvarig-utbildning", "kunder",
        "riskanalys", "riskanalys-antal", "egenkontroll", "egenkontroll-vad", "arsarbetare", "ovrigt",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Requirement", "R46")]
    public async Task Every_kind_of_question_is_answered_section_by_section_and_comes_in_as_it_was_handed_in()
    {
        var (survey, address) = await AskAsync(request => request with
        {
            Known = Replies.None.With(new("kunder"), new ReplyValue.Number(12)),
            KnownWords = new Dictionary<CodeId, string> { [new("ansvarig")] = "Eva Exempel" },
        });
        using var browser = await EnterAsync(address);
        var start = (await browser.GetPageAsync("/svar")).Body!.TextContent;
        start.ShouldContain("Avtalsenkät: Björkens ledsagning");
        start.ShouldContain("0 av 9 frågor är besvarade.");

        var leading = await browser.GetFormAsync(Leading, "form[action$=verksamheten]");
        (leading["replies.ansvarig"], leading["replies.kunder"]).ShouldBe(("Eva Exempel", "12"));
        leading.Document.Body!.TextContent.ShouldContain("Svara bara om ni har svarat ”Ja” på frågan");
        await SaveAsync(leading.With("replies.ansvarig-sedan", "2025-03-01").With("replies.ansvarig-bytt", "nej")
            .With("replies.ansvarig-utbildning", "hogskola").With("replies.kunder", "1 200"));

        (await (await HandInAsync(browser)).ReadPageAsync()).QuerySelectorAll("section[aria-labelledby=saknas] a")
            .Select(link => link.GetAttribute("href")).ShouldBe(
            [
                Quality + "#falt-replies-riskanalys", Quality + "#falt-replies-egenkontroll",
                "/svar/fragor/personal#falt-replies-arsarbetare",
            ]);

        var quality = await browser.GetFormAsync(Quality, "form[action$=kvalitetsarbete]");
        await SaveAsync(quality.With("replies.riskanalys", "ja").With("replies.riskanalys-antal", "2")
            .With("replies.egenkontroll", "kvartal")
            .With("replies.egenkontroll-vad.0.vad", "Läkemedel").With("replies.egenkontroll-vad.0.dag", "2026-11-01")
            .With("replies.egenkontroll-vad.0.ledde-till", "Ny rutin")
            .WithFile("files.riskanalys", "risk.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n")));
        var personal = await browser.GetFormAsync("/svar/fragor/personal", "form[action$=personal]");
        await SaveAsync(personal.With("replies.arsarbetare", "4,5"));
        (await browser.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Allt som behövs är besvarat.");
        using (var done = await HandInAsync(browser))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        (await world.App.Services.GetRequiredService<PendingWorker>().WorkOffAllAsync(Cancellation))
            .ShouldSatisfyAllConditions(run => run.Failed.ShouldBe(0), run => run.Left.ShouldBe(0));

        (await browser.GetPageAsync("/svar")).QuerySelector("a[href='/svar/kopia']").ShouldNotBeNull();
        using (var copy = await browser.GetAsync("/svar/kopia", Cancellation))
            (await copy.Content.ReadAsByteArrayAsync(Cancellation))[..2].ShouldBe("PK"u8.ToArray(), "It is Word.");

        await world.App.Clock.AdvanceByAsync("PT1M");
        var receipt = await world.Mail.LastAsync(address, 3, Cancellation);
        receipt.Subject.ShouldBe("Vi har tagit emot ert svar – Björkens ledsagning");
        var developer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var whole = await developer.GetPageAsync($"/enkater/svar/{SurveyAsking.IdOf(survey, 1)}");
        foreach (var told in new[] { "Eva Exempel, VD", "1\u00a0200 kunder", "Läkemedel", "4,5 årsarbetare", "Nej" })
            whole.Body!.TextContent.ShouldContain(told);
        using (var file = await developer.GetAsync(
            whole.QuerySelectorAll("main a").Single(link => link.TextContent == "risk.pdf").GetAttribute("href"),
            Cancellation))
            file.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var other = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        using var closed = await other.GetAsync($"/enkater/svar/{SurveyAsking.IdOf(survey, 1)}", Cancellation);
        closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await developer.GetPageAsync("/utskick")).Body!.TextContent.ShouldContain("Kvitto på ett svar");
    }

    [Fact]
    public async Task What_cannot_be_read_or_does_not_fit_is_told_at_its_question_and_what_was_typed_stays()
    {
        var (_, address) = await AskAsync();
        using var browser = await EnterAsync(address);
        var leading = await browser.GetFormAsync(Leading, "form[action$=verksamheten]");
        using (var refused = await leading.With("replies.kunder", "några").With("replies.ansvarig-sedan", "i maj")
            .Tampered("replies.ansvarig-bytt", "kanske").Tampered("replies.ansvarig-utbildning", "ingenting")
            .With("replies.ansvarig", "Eva 19121212-1212").SubmitAsync())
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await refused.ReadPageAsync();
            page.QuerySelectorAll(".ds-error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(
                [
                    "#falt-replies-kunder", "#falt-replies-ansvarig-sedan", "#falt-replies-ansvarig-bytt",
                    "#falt-replies-ansvarig-utbildning", "#falt-replies-ansvarig",
                ],
                ignoreOrder: true);
            page.QuerySelector("[name='replies.kunder']")!.GetAttribute("value").ShouldBe("några");
            page.QuerySelectorAll("[name='replies.ansvarig.numbers']").Length.ShouldBe(2, "It is asked about.");
            foreach (var link in page.QuerySelectorAll(".ds-error-summary a"))
                page.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull("Every fault leads to its field.");
        }

        var quality = await browser.GetFormAsync(Quality, "form[action$=kvalitetsarbete]");
        using (var refused = await quality.With("replies.egenkontroll-vad.0.dag", "2026-11-01")
            .With("replies.riskanalys-antal", "1,5").WithFile(
                "files.riskanalys", "risk.pdf", "application/pdf", Encoding.ASCII.GetBytes("MZ this is a program"))
            .SubmitAsync())
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var told = (await refused.ReadPageAsync()).Body!.TextContent;
            told.ShouldContain("Fyll i ”Vad kontrollerades?” på rad 1.");
            told.ShouldContain("Talet får ha högst 0 decimaler.");
        }

        (await browser.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("0 av 9 frågor är besvarade.");
        using var nowhere = await browser.GetAsync("/svar/fragor/okant", Cancellation);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_colleagues_answer_different_questions_at_once_and_neither_writes_over_the_other_unseen()
    {
        var (_, address) = await AskAsync();
        var link = await world.LinkAsync(address);
        using var one = await world.EnterAsync(link, address);
        using var two = await world.EnterAsync(link, address, letter: 3);
        var first = await one.GetFormAsync(Leading, "form[action$=verksamheten]");
        var second = await two.GetFormAsync(Leading, "form[action$=verksamheten]");
        var third = await two.GetFormAsync(Leading, "form[action$=verksamheten]");
        await SaveAsync(first.With("replies.kunder", "10").With("replies.ansvarig", "Eva Exempel"));
        await SaveAsync(second.With("replies.ansvarig-bytt", "nej"));
        var both = await two.GetFormAsync(Leading, "form[action$=verksamheten]");
        (both["replies.kunder"], both["replies.ansvarig-bytt"]).ShouldBe(("10", "nej"));

        using var refused = await third.With("replies.kunder", "11").With("replies.ansvarig-sedan", "2025-01-01")
            .SubmitAsync();
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.ReadPageAsync();
        page.Body!.TextContent.ShouldContain("En kollega har ändrat svaret medan du skrev.");
        page.Body.TextContent.ShouldContain("Er kollega har svarat: 10 kunder");
        var again = FormPage.Of(two, page, Leading, "form[action$=verksamheten]");
        (again["replies.kunder"], again["replies.ansvarig-sedan"]).ShouldBe(("11", "2025-01-01"));
        await SaveAsync(again);
        var now = await one.GetFormAsync(Leading, "form[action$=verksamheten]");
        (now["replies.kunder"], now["replies.ansvarig"], now["replies.ansvarig-bytt"])
            .ShouldBe(("11", "Eva Exempel", "nej"));
    }

    [Fact]
    public async Task A_link_that_went_to_the_wrong_person_stops_working_and_the_draft_goes_on_by_a_new_one()
    {
        var (survey, address) = await AskAsync();
        var link = await world.LinkAsync(address);
        using var browser = await world.EnterAsync(link, address);
        var draft = await browser.GetFormAsync(Leading, "form[action$=verksamheten]");
        await SaveAsync(draft.With("replies.kunder", "7"));
        var id = SurveyAsking.IdOf(survey, 1);
        var streams = world.App.Services.GetRequiredService<Streams>();
        var read = await streams.LoadAsync(AnswerStream.Kind, id, Cancellation);
        var cause = (await streams.HistoryAsync(AnswerStream.Kind, id, Cancellation))[^1];
        await world.App.Clock.AdvanceByAsync("PT1M");
        await world.App.Services.GetRequiredService<SurveyAsking>().RenewLinkAsync(
            survey, 1, new EffectCall<AnswerState, AnswerEvent>(read!.Head, read.State, cause, () => true),
            Cancellation);

        using (var old = await world.App.Anonymous().GetAsync(link, Cancellation))
            old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var closed = await browser.GetAsync(Leading, Cancellation))
            closed.StatusCode.ShouldBe(HttpStatusCode.SeeOther, "Whoever was in is out.");
        using var anew = await world.EnterAsync(await world.LinkAsync(address, 3), address, letter: 4);
        (await anew.GetFormAsync(Leading, "form[action$=verksamheten]"))["replies.kunder"].ShouldBe("7");
    }

    [Fact]
    public async Task What_comes_seconds_after_the_last_day_is_taken_in_when_nothing_was_handed_in()
    {
        await world.App.Clock.AdvanceByAsync($"PT{(43 - world.App.Clock.Now.Hour) % 24}H");
        var today = DateOnly.ParseExact(world.Today, "yyyy-MM-dd");
        var (survey, address) = await AskAsync(request => request with { Until = today, Questions = [new("kunder")] });
        using var browser = await EnterAsync(address);
        var form = await browser.GetFormAsync(Leading, "form[action$=verksamheten]");
        await world.App.Clock.AdvanceByAsync("PT5H");
        await SaveAsync(form.With("replies.kunder", "9"));
        using (var done = await HandInAsync(browser))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        await Asking.WithdrawAsync(survey, 1, Envelope(), Cancellation);
        var developer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        (await developer.GetPageAsync($"/enkater/svar/{SurveyAsking.IdOf(survey, 1)}")).Body!.TextContent
            .ShouldContain("9 kunder");
    }

    [Fact]
    public async Task What_was_handed_in_in_time_is_changed_no_more_seconds_after_the_last_day_and_nothing_is_lost()
    {
        await world.App.Clock.AdvanceByAsync($"PT{(43 - world.App.Clock.Now.Hour) % 24}H");
        var today = DateOnly.ParseExact(world.Today, "yyyy-MM-dd");
        var (_, address) = await AskAsync(request => request with { Until = today, Questions = [new("kunder")] });
        using var browser = await EnterAsync(address);
        await SaveAsync((await browser.GetFormAsync(Leading, "form[action$=verksamheten]"))
            .With("replies.kunder", "5"));
        using (var done = await HandInAsync(browser))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        using (var open = await (await browser.GetFormAsync("/svar/gor/andra", "form[action$=andra]")).SubmitAsync())
            await open.ExpectAsync(HttpStatusCode.SeeOther);
        var form = await browser.GetFormAsync(Leading, "form[action$=verksamheten]");
        await world.App.Clock.AdvanceByAsync("PT5H");
        using var late = await form.With("replies.kunder", "9").SubmitAsync();
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await late.ReadPageAsync();
        page.Body!.TextContent.ShouldContain($"Svarstiden gick ut {today:yyyy-MM-dd}.");
        page.QuerySelector("[name='replies.kunder']")!.GetAttribute("value").ShouldBe("9");
    }

    [Fact]
    public async Task What_was_handed_in_is_changed_until_the_last_day_and_a_new_asking_begins_with_what_was_said()
    {
        var (survey, address) = await AskAsync(request => request with
        {
            Questions = [new("ansvarig"), new("kunder"), new("ovrigt")],
        });
        using var browser = await EnterAsync(address);
        await SaveAsync((await browser.GetFormAsync(Leading, "form[action$=verksamheten]"))
            .With("replies.ansvarig", "Eva Exempel").With("replies.kunder", "5"));
        using (var done = await HandInAsync(browser))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        using (var shut = await browser.GetAsync(Leading, Cancellation))
            shut.Headers.Location!.OriginalString.ShouldBe("/svar");
        using (var open = await (await browser.GetFormAsync("/svar/gor/andra", "form[action$=andra]")).SubmitAsync())
            await open.ExpectAsync(HttpStatusCode.SeeOther);
        await SaveAsync((await browser.GetFormAsync(Leading, "form[action$=verksamheten]"))
            .With("replies.kunder", "6"));
        var developer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var handed = $"/enkater/svar/{SurveyAsking.IdOf(survey, 1)}";
        (await developer.GetPageAsync(handed)).Body!.TextContent
            .ShouldContain("5 kunder", Case.Sensitive, "What is not handed in is the provider's alone.");
        using (var done = await HandInAsync(browser))
            await done.ExpectAsync(HttpStatusCode.SeeOther);
        (await developer.GetPageAsync(handed)).Body!.TextContent.ShouldContain("6 kunder");

        await world.App.Clock.AdvanceByAsync("PT1M");
        await Asking.AskAsync(
            Request(survey) with
            {
                Number = 2,
                Questions = [new("ansvarig"), new("kunder"), new("ovrigt")],
                Previous = SurveyAsking.IdOf(survey, 1),
                Why = "Registret säger något annat.",
            },
            Envelope(), Cancellation);
        await world.App.Clock.AdvanceByAsync("PT1M");
        using var again = await world.EnterAsync(await world.LinkAsync(address, 5), address, letter: 6);
        (await again.GetPageAsync("/svar")).Body!.TextContent
            .ShouldContain("Vi frågar igen: Registret säger något annat.");
        var form = await again.GetFormAsync(Leading, "form[action$=verksamheten]");
        (form["replies.ansvarig"], form["replies.kunder"]).ShouldBe(("Eva Exempel", "6"));
        form.Document.Body!.TextContent.ShouldContain("Förra året svarade ni: Eva Exempel");
    }

    private SurveyAsking Asking => world.App.Services.GetRequiredService<SurveyAsking>();

    private async Task<(Id Survey, string Address)> AskAsync(Func<SurveyRequest, SurveyRequest>? change = null)
    {
        var address = $"{Unique.Word()}@anordnaren.example";
        await world.SetContactAsync(address);
        var survey = Id.Derive("test", address);
        var request = Request(survey);
        await Asking.AskAsync(change?.Invoke(request) ?? request, Envelope(), Cancellation);
        await Asking.AskAsync(change?.Invoke(request) ?? request, Envelope(), Cancellation);
        return (survey, address);
    }

    private SurveyRequest Request(Id survey) => new()
    {
        SurveyId = survey,
        Number = 1,
        UnitId = world.Unit,
        Board = new(ConcernApp.Social),
        Until = DateOnly.FromDateTime(world.App.Clock.Now.Date).AddDays(30),
        Set = new("avtalsenkat"),
        From = new(2015, 1, 1),
        Questions = [.. Questions.Select(code => new CodeId(code))],
    };

    private Envelope Envelope() => new(
        world.App.Services.GetRequiredService<CommandContexts>().ForSystem(),
        world.App.Services.GetRequiredService<SettingsProvider>().Current.Hash, Against.Latest);

    private async Task<HttpClient> EnterAsync(string address) =>
        await world.EnterAsync(await world.LinkAsync(address), address);

    private static async Task SaveAsync(FormPage form)
    {
        using var saved = await form.SubmitAsync();
        await saved.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private static Task<HttpResponseMessage> HandInAsync(HttpClient browser) =>
        AnswerApp.HandInAsync(browser, "employee");
}
