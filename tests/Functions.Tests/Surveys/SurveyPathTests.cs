using System.Net;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Surveys;

/// <summary>
/// A round from composed to summary: sent out, reminded, answered and not, judged, contradicted, in the risk, and the
/// next year's begun from it. Real mail, the domain clock.
/// </summary>
public sealed class SurveyPathTests : IAsyncLifetime
{
    private readonly SurveyApp _world = new();
    private readonly string _address = $"{Unique.Word()}@anordnaren.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R31")]
    [Trait("Requirement", "R45")]
    [Trait("Requirement", "R46")]
    [Trait("Requirement", "R50")]
    public async Task A_round_is_sent_out_answered_by_one_and_passed_over_in_silence_by_another()
    {
        await _world.SetContactAsync(_address);
        var round = await _world.ComposeAsync();
        (await _world.Runner.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Titta igenom och skicka ut Avtalsenkäten 2027");
        await round.DoAsync("release", new { area = "alla" });
        var answering = await _world.OfUnitAsync(round, _world.Unit);
        var silent = await _world.OfUnitAsync(round, _world.OtherUnit);

        using (var provider = await _world.EnterAsync(await _world.LinkAsync(_address), _address))
        {
            await SurveyApp.AnswerAsync(
                provider, ("verksamheten", "replies.kunder", "12"), ("personal", "replies.bemanning", "nej"),
                ("utforande", "replies.nabar", "ja"));
        }

        await _world.App.Clock.AdvanceByAsync("PT2M");
        var answered = await answering.ReadAsync();
        answered["status"]!.GetValue<string>().ShouldBe("answered");
        answered["replies"]!.AsArray().Where(reply => reply!["deviates"]!.GetValue<bool>())
            .Select(reply => reply!["question"]!.GetValue<string>()).ShouldBe(["bemanning"]);
        (await RiskAsync(_world.Unit)).ShouldContain("Avvikelse enligt avtalsenkäten 2027, obekräftad");
        await answering.DoAsync("judge-reply", new
        {
            question = "bemanning",
            standing = "confirmed",
            how = "Schemat visar det.",
        });
        (await RiskAsync(_world.Unit)).ShouldContain("Avvikelse enligt avtalsenkäten 2027, bekräftad");

        await _world.App.Clock.AdvanceByAsync("P40D");
        var page = await _world.Runner.GetPageAsync($"/enkater/{round.Id}");
        page.QuerySelector("section[aria-labelledby=laget]")!.TextContent.ShouldContain("1 av 2");
        (await RiskAsync(_world.OtherUnit)).ShouldNotContain(
            "besvarades inte", Case.Sensitive, "A silence moves nothing before a person has confirmed it.");
        (await _world.Runner.GetPageAsync("/")).Body!.TextContent
            .ShouldContain("Bedöm att Björkens avlösning inte har svarat");
        (await round.RefusedAsync("close", new { conclusions = "Klart." }))
            .ShouldContain("survey-round.silences-not-judged");
        await silent.DoAsync("judge-silence", new { finding = true, reason = "Påmind utan svar." });
        (await RiskAsync(_world.OtherUnit)).ShouldContain("Avtalsenkäten 2027 besvarades inte i tid");

        await round.DoAsync("close", new { conclusions = "Bemanningen brister hos en." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var link = (await _world.Runner.GetPageAsync($"/enkater/{round.Id}")).QuerySelectorAll("a")
            .Single(found => found.TextContent == "Sammanställning till nämnden").GetAttribute("href")!;
        var text = await ReviewPapers.TextAsync(_world.Runner, link);
        text.ShouldContain("Bemanningen brister hos en.");
        text.ShouldContain("Björkens avlösning, Omsorg i Testby AB");
        text.ShouldContain("Bemanningen har inte hela tiden räckt för de beviljade insatserna.");
        text.ShouldContain("1 (50 %)");
    }

    [Fact]
    [Trait("Requirement", "R104")]
    public async Task A_late_answer_is_taken_in_shown_as_late_and_ends_no_judgement()
    {
        await _world.SetContactAsync(_address);
        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "alla" });
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        await _world.App.Clock.AdvanceByAsync("P40D");
        (await survey.ReadAsync())["silence"]!.GetValue<string>().ShouldBe("open");
        (await _world.Mail.LastAsync(_address, 2, Cancellation)).Subject.ShouldStartWith("Påminnelse");
        using var provider = await _world.EnterAsync(await _world.LinkAsync(_address, 2), _address, 3);
        await SurveyApp.AnswerAsync(
            provider, ("verksamheten", "replies.kunder", "12"), ("personal", "replies.bemanning", "ja"),
            ("utforande", "replies.nabar", "ja"));
        await _world.App.Clock.AdvanceByAsync("PT2M");
        var late = await survey.ReadAsync();
        (late["status"]!.GetValue<string>(), late["late"]!.GetValue<bool>(), late["silence"]!.GetValue<string>())
            .ShouldBe(("answered", true, "open"));
        await survey.DoAsync("judge-silence", new { finding = false, reason = "Posten var sen." });
        (await RiskAsync(_world.Unit)).ShouldNotContain("avtalsenkäten");
    }

    [Fact]
    public async Task More_days_are_given_a_link_is_changed_and_a_unit_is_left_out()
    {
        await _world.SetContactAsync(_address);
        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "ledsagning-avlosning" });
        (await round.RefusedAsync("release", new { area = "alla" })).ShouldContain("survey-round.nobody-to-ask");
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        var first = await _world.LinkAsync(_address);
        await survey.DoAsync("renew-link", new { reason = "Fel person." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        using (var stranger = _world.App.Anonymous())
        using (var old = await stranger.GetAsync(first, Cancellation))
            old.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await survey.DoAsync("extend", new { until = "2027-03-01", reason = "Sjukdom." });
        await _world.App.Clock.AdvanceByAsync("P30D");
        (await survey.ReadAsync())["status"]!.GetValue<string>().ShouldBe("open");
        using var provider = await _world.EnterAsync(await _world.LinkAsync(_address, 2), _address, 3);
        (await provider.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("1 mars 2027");

        await survey.DoAsync("leave-out", new { reason = "Stänger." });
        await _world.App.Clock.AdvanceByAsync("PT2M");
        (await provider.GetPageAsync("/svar")).QuerySelectorAll("a[href*=fragor]").ShouldBeEmpty();
        var page = await _world.Runner.GetPageAsync($"/enkater/{round.Id}/enhet/{survey.Id}");
        page.QuerySelector("section[aria-labelledby=historik]")!.TextContent.ShouldContain("Stänger.");
    }

    [Fact]
    [Trait("Requirement", "R49")]
    public async Task What_is_answered_can_be_asked_again_and_stands_beside_what_others_tell()
    {
        await _world.SetContactAsync(_address);
        using (var reporter = await _world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social))
        {
            var concern = await _world.ReportAsync(reporter);
            using var assessed = await ConcernApp.AssessAsync(_world.Runner, concern, ConcernApp.Assessment());
            await assessed.ExpectAsync(HttpStatusCode.OK);
        }

        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "alla" });
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        using (var provider = await _world.EnterAsync(await _world.LinkAsync(_address), _address))
        {
            await SurveyApp.AnswerAsync(
                provider, ("verksamheten", "replies.kunder", "12"), ("personal", "replies.bemanning", "ja"),
                ("utforande", "replies.nabar", "ja"));
        }

        await _world.App.Clock.AdvanceByAsync("PT2M");
        var address = $"/enkater/{round.Id}/enhet/{survey.Id}";
        (await _world.Runner.GetPageAsync(address)).QuerySelector("section[aria-labelledby=motsagelser]")!.TextContent
            .ShouldContain("En synpunkt om samma sak");
        await survey.DoAsync("ask-again", new { until = "2027-03-01", reason = "Hur når kunderna er på kvällen?" });
        using (var provider = await _world.EnterAsync(await _world.LinkAsync(_address, 4), _address, 5))
        {
            (await provider.GetPageAsync("/svar")).Body!.TextContent.ShouldContain("Hur når kunderna er på kvällen?");
            await SurveyApp.AnswerAsync(
                provider, ("verksamheten", "replies.kunder", "12"), ("personal", "replies.bemanning", "ja"),
                ("utforande", "replies.nabar", "nej"));
        }

        await _world.App.Clock.AdvanceByAsync("PT2M");
        var corrected = await survey.ReadAsync();
        corrected["number"]!.GetValue<int>().ShouldBe(2);
        (await _world.Runner.GetPageAsync(address)).QuerySelector("section[aria-labelledby=motsagelser]")
            .ShouldBeNull("The provider says it itself now.");
        var analysis = await _world.Runner.GetPageAsync($"/enkater/{round.Id}/analys");
        analysis.Body!.TextContent.ShouldContain("Verksamheten nås inte genom de kontaktvägar som är angivna.");
        using var excel = await _world.Runner.GetAsync($"/enkater/{round.Id}/analys/excel", Cancellation);
        await excel.ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_board_reads_nothing_of_it_and_only_who_runs_surveys_changes_it()
    {
        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "alla" });
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        using var other = await _world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        foreach (var address in new[]
        {
            round.Address, $"{round.Address}/surveys", survey.Address, $"/enkater/{round.Id}",
            $"/enkater/{round.Id}/analys", $"/enkater/{round.Id}/analys/excel", $"/enkater/{round.Id}/forhandsvisning",
            $"/enkater/{round.Id}/enhet/{survey.Id}",
        })
        {
            using var closed = await other.GetAsync(address, Cancellation);
            closed.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }

        (await other.GetPageAsync("/enkater")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        using var chief = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync($"/enkater/{round.Id}")).QuerySelectorAll("a[href*='/gor/']").ShouldBeEmpty();
        (await round.As(chief).RefusedAsync("release", new { area = "alla" })).ShouldContain("403");
    }

    [Fact]
    public async Task The_next_years_survey_shows_what_was_replied_and_what_the_register_knows()
    {
        await _world.SetContactAsync(_address);
        var first = await _world.ComposeAsync();
        await first.DoAsync("release", new { area = "alla" });
        using (var provider = await _world.EnterAsync(await _world.LinkAsync(_address), _address))
        {
            await SurveyApp.AnswerAsync(
                provider, ("verksamheten", "replies.kunder", "17"), ("personal", "replies.bemanning", "ja"),
                ("utforande", "replies.nabar", "ja"));
        }

        await _world.App.Clock.AdvanceByAsync("PT2M");
        await _world.App.Clock.AdvanceToAsync(new DateTimeOffset(2028, 1, 10, 8, 0, 0, TimeSpan.FromHours(1)));
        using (var buyer = await _world.SomebodyAsync(Role.Procurement, ConcernApp.Social))
        {
            await new Part(buyer, $"/api/v1/units/{_world.Unit}").DoAsync(
                "count-customers", new { countedOn = "2028-01-01", customers = 23 });
        }

        var second = new Part(
            _world.Runner,
            "/api/v1/survey-rounds/" + await _world.CreateAsync(
                new { board = ConcernApp.Social, year = 2028, set = "avtalsenkat", until = "2028-02-08" }));
        await second.DoAsync("release", new { area = "alla" });
        var survey = await _world.OfUnitAsync(second, _world.Unit);
        var letters = _world.Mail.To(_address).Count;
        using (var provider = await _world.EnterAsync(
            await _world.LinkAsync(_address, letters), _address, letters + 1))
        {
            var form = await provider.GetPageAsync("/svar/fragor/verksamheten");
            form.QuerySelector("input[name='replies.kunder']")!.GetAttribute("value").ShouldBe("23");
            form.Body!.TextContent.ShouldContain("17", Case.Sensitive, "Last year's answer stands beside.");
        }

        (await _world.Runner.GetPageAsync($"/enkater/{second.Id}/enhet/{survey.Id}")).Body!.TextContent
            .ShouldContain("Väntar på svar");
    }

    [Fact]
    public async Task A_unit_that_goes_over_in_the_middle_leaves_nothing_to_the_next_provider()
    {
        await _world.SetContactAsync(_address);
        var round = await _world.ComposeAsync();
        await round.DoAsync("release", new { area = "alla" });
        var survey = await _world.OfUnitAsync(round, _world.Unit);
        await _world.LinkAsync(_address);
        await _world.TakeOverAsync("Ny anordnare AB");
        var other = $"{Unique.Word()}@nyanordnare.example";
        await _world.SetContactAsync(other);
        await survey.DoAsync("renew-link", new { reason = "Fel person." });
        await _world.App.Clock.AdvanceByAsync("P30D");
        _world.Mail.To(other).ShouldBeEmpty();
        _world.Mail.To(_address).Count.ShouldBe(1);
        (await _world.Runner.GetPageAsync($"/enkater/{round.Id}/enhet/{survey.Id}")).Body!.TextContent
            .ShouldContain("gått över till en annan anordnare");
    }

    [Fact]
    public async Task A_round_is_composed_on_its_page_and_every_fault_is_said_at_its_field()
    {
        var form = await _world.Runner.GetFormAsync("/enkater/ny", "form[method=post]");
        using var wrong = await form.With("year", "1999").With("until", "2027-01-05").SubmitAsync();
        await wrong.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await wrong.ReadPageAsync();
        page.Body!.TextContent.ShouldContain("Välj 2027 eller 2028.");
        page.Body.TextContent.ShouldContain("Sista svarsdagen är för nära.");
        var again = await _world.Runner.GetFormAsync("/enkater/ny", "form[method=post]");
        using var right = await again.SubmitAsync();
        await right.ExpectAsync(HttpStatusCode.SeeOther);
        var round = right.Headers.Location!.ToString();
        (await _world.Runner.GetPageAsync(round)).Body!.TextContent.ShouldContain("Har inte fått enkäten");
        (await _world.Runner.GetPageAsync(round.Split('?')[0] + "/forhandsvisning")).Body!.TextContent
            .ShouldContain("Hur många kunder har verksamheten i dag?");
    }

    private async Task<string> RiskAsync(Id unit)
    {
        await _world.App.Clock.AdvanceByAsync("PT1S");
        return (await _world.Runner.GetPageAsync($"/risk/{unit}")).Body!.TextContent;
    }
}
