using System.Net;
using AngleSharp.Html.Dom;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>The assessor's work through a queue, over HTTP.</summary>
public class AssessorQueueTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Form = "form[action$='/gor/bedom']";

    [Fact]
    public async Task Save_and_next_goes_through_the_selection_in_its_order_and_ends_in_the_queue_with_a_receipt()
    {
        var (officer, assessor) = await PeopleAsync();
        var waited = new List<string>();
        foreach (var consequence in new[] { "olagenhet", "ej-verkstalld", "olagenhet" })
            waited.Add(await world.ReportAsync(officer, Concern(world.OtherUnit, "avlosarservice", consequence)));
        var inbox = await assessor.GetPageAsync("/synpunkter/inkorg?sok=avl%C3%B6sning&sortera=-konsekvens");
        var links = inbox.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(3);

        var address = links[0];
        foreach (var expected in new[] { waited[0], waited[2], waited[1] })
        {
            address.ShouldContain(expected);
            var form = (await assessor.GetFormAsync(address, Form)).With("category", "bemotande")
                .With("area", "trygghet-sakerhet").With("reason", "Tas upp på nästa dialog.")
                .Tampered("nasta", "true");
            using var saved = await form.SubmitAsync();
            await saved.ExpectAsync(HttpStatusCode.SeeOther);
            using var next = await assessor.GetAsync(saved.Headers.Location, ConcernApp.Cancellation);
            await next.ExpectAsync(HttpStatusCode.SeeOther);
            address = next.Headers.Location!.OriginalString;
        }

        address.ShouldStartWith("/synpunkter/inkorg?sok=");
        address.ShouldContain("sortera=-konsekvens");
        Text(await assessor.GetPageAsync(address)).ShouldContain("Det var den sista i ditt urval.");
    }

    [Fact]
    public async Task The_way_back_from_a_concern_leads_to_the_selection_it_was_opened_from()
    {
        var (officer, assessor) = await PeopleAsync(ConcernApp.Elder);
        var id = await world.ReportAsync(officer, Concern(world.ElderUnit, "hemtjanst", "olagenhet"));
        var selection = "/synpunkter/inkorg?status=received&sok=Linden&sortera=komin";
        var inbox = await assessor.GetPageAsync(selection);

        var page = await assessor.GetPageAsync(
            inbox.QuerySelector($"tbody th a[href*='{id}']")!.GetAttribute("href")!);

        page.QuerySelector(".ds-breadcrumbs a")!.GetAttribute("href").ShouldBe(selection);
        // What is refused keeps both the selection and the second button.
        var refused = await FormPage.Of(assessor, page, $"/synpunkter/arende/{id}", Form).With("reason", "")
            .SubmitAsync();
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.ReadPageAsync();
        again.QuerySelector("input[name=ko]")!.GetAttribute("value")!.ShouldContain("status=received");
        again.QuerySelectorAll("button[name=nasta]").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("ej-verkstalld", "avvikelse", "2", "nextDialogue")]
    [InlineData("olagenhet", "klagomal", "1", "nextDialogue")]
    [InlineData("otrygghet", "klagomal", "2", null)]
    [InlineData("skada", "", null, null)]
    public async Task An_ordinary_concern_starts_from_its_consequence_and_a_grave_one_from_nothing(
        string consequence, string kind, string? severity, string? outcome)
    {
        var (officer, assessor) = await PeopleAsync();
        var id = await world.ReportAsync(officer, Concern(world.Unit, "ledsagarservice", consequence));

        var form = await assessor.GetFormAsync($"/synpunkter/arende/{id}", Form);

        form["kind"].ShouldBe(kind);
        form["severity"].ShouldBe(severity);
        form["outcome"].ShouldBe(outcome);
    }

    [Fact]
    public async Task A_concern_without_a_unit_has_no_outcome_proposed()
    {
        var (officer, assessor) = await PeopleAsync();
        var id = await world.ReportAsync(officer, new
        {
            unknownProvider = "Ett boende",
            board = ConcernApp.Social,
            unknown = true,
            service = "ledsagarservice",
            text = $"Ingen kom. {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        });

        (await assessor.GetFormAsync($"/synpunkter/arende/{id}", Form))["outcome"].ShouldBeNull();
    }

    [Fact]
    public async Task A_phrase_fills_in_category_area_and_reason_without_script_and_can_be_edited()
    {
        var (officer, assessor) = await PeopleAsync();
        var id = await world.ReportAsync(officer);
        var page = await assessor.GetPageAsync($"/synpunkter/arende/{id}?ko=status%3Dreceived");
        var phrase = page.QuerySelectorAll(".phrases a")
            .First(link => link.GetAttribute("data-category") == "bemotande");

        var form = await assessor.GetFormAsync(phrase.GetAttribute("href")!.Split('#')[0], Form);

        form["category"].ShouldBe("bemotande");
        form["area"].ShouldBe("sjalvbestammande-integritet");
        form["reason"]!.Trim().ShouldBe(phrase.TextContent);
        form["ko"].ShouldBe("status=received");
        using var saved = await form.With("reason", "Egna ord.").SubmitAsync();
        saved.Headers.Location!.OriginalString.ShouldBe($"/synpunkter/arende/{id}?ko=status%3Dreceived&klart=bedom");
    }

    [Fact]
    public async Task What_is_needed_is_at_hand_text_age_and_the_units_other_concerns()
    {
        var (officer, assessor) = await PeopleAsync();
        var other = await world.ReportAsync(officer);
        var word = Unique.Word();
        var id = await world.ReportAsync(officer, world.Concern($"Ledsagaren kom inte. {word}"));

        var page = await assessor.GetPageAsync($"/synpunkter/arende/{id}");

        Text(page).ShouldContain(word);
        Text(page).ShouldContain("(i dag)");
        page.QuerySelectorAll("section[aria-labelledby=enhetens] tbody a")
            .ShouldContain(link => link.GetAttribute("href")!.EndsWith(other, StringComparison.Ordinal));
        page.QuerySelectorAll("section[aria-labelledby=enhetens] tbody a")
            .ShouldNotContain(link => link.GetAttribute("href")!.EndsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_selection_leads_nowhere_else()
    {
        var (_, assessor) = await PeopleAsync();

        var kept = Uri.EscapeDataString("//evil.example/?status=x");

        using var answer = await assessor.GetAsync(
            $"/synpunkter/inkorg/nasta?efter={Id.Derive("no", "such")}&ko={kept}", ConcernApp.Cancellation);

        answer.Headers.Location!.OriginalString.ShouldStartWith("/synpunkter/");
        answer.Headers.Location!.OriginalString.ShouldNotContain("evil");
    }

    private static string Text(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private async Task<(HttpClient Officer, HttpClient Assessor)> PeopleAsync(string board = ConcernApp.Social) =>
        (await world.SomebodyAsync(Role.CaseOfficer, board), await world.SomebodyAsync(Role.QualityDeveloper, board));

    private static object Concern(Id unit, string service, string consequence) => new
    {
        unitId = unit,
        service,
        text = $"Personalen kom inte. {Unique.Word()}",
        occurred = "2027-01-12",
        consequence,
    };
}
