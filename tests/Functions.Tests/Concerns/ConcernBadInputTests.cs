using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernBadInputTests(ConcernApp world)
{
    private const string Script = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("occurred", "2031-01-01", "occurred:concern.date-in-future")]
    [InlineData("occurred", "1027-01-01", "occurred:concern.date-too-old")]
    [InlineData("occurred", "i tisdags", "occurred:concern.date-unreadable")]
    [InlineData("occurred", "", "occurred:concern.occurred-required")]
    [InlineData("unitId", "00000000000000000000000000x", "unitId:concern.unit-not-found")]
    [InlineData("unitId", "../..\\#?\u0001", "unitId:concern.unit-not-found")]
    [InlineData("unitId", "", "unitId:concern.unit-required")]
    [InlineData("service", "finns-inte", "service:concern.unknown-code")]
    [InlineData("service", "", "service:concern.service-required")]
    [InlineData("consequence", "/\\#?", "consequence:concern.unknown-code")]
    [InlineData("text", " ", "text:concern.text-required")]
    [InlineData("text", "styr\u0007tecken", "text:concern.text-unreadable")]
    [InlineData("text", "Gäller 19811218-9876", "text:text.personal-number-suspected")]
    [InlineData("caseReference", "811218-9876", "caseReference:text.personal-number-suspected")]
    public async Task What_is_wrong_is_told_by_field_and_nothing_is_written(string field, string value, string code)
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = new Dictionary<string, string>
        {
            ["unitId"] = world.Unit.Value,
            ["service"] = "ledsagarservice",
            ["text"] = "Ingen kom.",
            ["occurred"] = "2027-01-12",
            ["consequence"] = "ej-verkstalld",
            [field] = value,
        };
        using var response = await world.PostAsync(reporter, concern);
        await response.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await response.CodesAsync()).ShouldBe([code]);
        (await (await reporter.GetAsync("/api/v1/concerns/mine", ConcernApp.Cancellation)).ReadJsonAsync())["items"]!
            .AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_board_is_refused_and_a_known_one_accepted_for_an_unknown_provider()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        object Unknown(string board) => new
        {
            unknownProvider = "Någon firma",
            board,
            service = "ledsagarservice",
            text = "Ingen kom.",
            occurredPrecision = "unclear",
            consequence = "ingen",
        };
        using var wrong = await world.PostAsync(reporter, Unknown("kommunstyrelsen"));
        (await wrong.CodesAsync()).ShouldBe(["board:concern.unknown-board"]);
        using var right = await world.PostAsync(reporter, Unknown(ConcernApp.Elder));
        await right.ExpectAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_with_both_numbers_and_comes_back_whole()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var text = new string('å', 8_001);
        using var posted = await (await world.FilledFormAsync(reporter, text)).SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await posted.ReadPageAsync();
        page.Body!.TextContent.ShouldContain("8\u00a0001 tecken");
        page.QuerySelector<AngleSharp.Html.Dom.IHtmlTextAreaElement>("textarea[name=text]")!.Value.Trim()
            .ShouldBe(text);
        page.QuerySelector(".ds-error-summary a")!.GetAttribute("href").ShouldBe("#falt-text");
    }

    [Fact]
    public async Task A_suspected_personnummer_is_a_question_with_two_answers()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        async Task<string> AnswerAsync(string answer)
        {
            using var asked = await (await world.FilledFormAsync(reporter, $"Gäller 811218-9876 {Unique.Word()}"))
                .SubmitAsync();
            await asked.ExpectAsync(HttpStatusCode.UnprocessableEntity);
            using var sent = await FormPage.Of(reporter, await asked.ReadPageAsync(), "fråga", "main form[method=post]")
                .With("text.numbers", answer).SubmitAsync();
            await sent.ExpectAsync(HttpStatusCode.SeeOther);
            return (await reporter.GetPageAsync(sent.Headers.Location!.ToString()
                .Replace("kvitto", "arende", StringComparison.Ordinal))).Body!.TextContent;
        }

        (await AnswerAsync("remove")).ShouldNotContain("811218-9876");
        (await AnswerAsync("other")).ShouldContain("811218-9876");
        string.Join('\n', world.App.Log.Lines).ShouldNotContain("811218-9876");
    }

    [Fact]
    public async Task A_unit_that_was_chosen_among_several_stays_chosen_when_something_else_is_wrong()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        using var asked = await (await world.FilledFormAsync(reporter, "Ingen kom.")).With("unitId", "Björkens")
            .SubmitAsync();
        await asked.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var chosen = FormPage.Of(reporter, await asked.ReadPageAsync(), "fråga", "main form[method=post]")
            .With("unitId.chosen", world.OtherUnit.Value);
        using var wrong = await chosen.With("text", "").SubmitAsync();
        await wrong.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var back = FormPage.Of(reporter, await wrong.ReadPageAsync(), "åter", "main form[method=post]");
        back["unitId.chosen"].ShouldBe(world.OtherUnit.Value);

        using var sent = await back.With("text", $"Ingen kom. {Unique.Word()}").SubmitAsync();
        await sent.ExpectAsync(HttpStatusCode.SeeOther);
        (await reporter.GetPageAsync(sent.Headers.Location!.ToString())).Body!.TextContent
            .ShouldContain("Björkens avlösning");
    }

    [Fact]
    public async Task An_unknown_provider_without_a_description_is_asked_for_one()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        using var posted = await (await world.FilledFormAsync(reporter, "Ingen kom.")).With("unitId", "")
            .With("unknown", "true").SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await posted.ReadPageAsync()).QuerySelectorAll(".ds-error-summary a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#falt-unknownProvider"]);
    }

    [Fact]
    public async Task Script_in_every_text_is_text_and_nothing_else()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var form = (await world.FilledFormAsync(reporter, Script)).With("unitId", "").With("unknown", "true")
            .With("unknownProvider", Script)
            .With("caseReference", "<b onclick=x>1</b>").With("registeredFor", Script);
        using var posted = await form.SubmitAsync();
        await posted.ExpectAsync(HttpStatusCode.SeeOther);
        var id = posted.Headers.Location!.ToString().Split('/')[^1];
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        using var assessed = await (await assessor.GetFormAsync($"/synpunkter/arende/{id}")).Assessed(Script)
            .SubmitAsync();
        await assessed.ExpectAsync(HttpStatusCode.SeeOther);
        (HttpClient Client, string Path)[] pages =
        [
            (reporter, $"/synpunkter/kvitto/{id}"), (reporter, "/synpunkter/mina"),
            (assessor, "/synpunkter/inkorg?status=all"), (assessor, $"/synpunkter/arende/{id}"),
            (assessor, $"/synpunkter/arende/{id}/gor/ratta"), (assessor, $"/synpunkter/arende/{id}/gor/maskera"),
        ];
        foreach (var (client, path) in pages)
        {
            var page = await client.GetPageAsync(path);
            page.QuerySelectorAll("script:not([src^='/assets/']), img[onerror], [onclick]").ShouldBeEmpty(path);
        }

        (await assessor.GetPageAsync($"/synpunkter/arende/{id}")).Body!.TextContent
            .ShouldContain("<script>alert('x')</script>");
    }

    [Fact]
    public async Task Malformed_JSON_wrong_type_unknown_properties_and_a_missing_key_are_told()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        async Task<(HttpStatusCode Status, string Code)> SendAsync(string body, string type, bool withKey = true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/concerns")
            { Content = new StringContent(body, Encoding.UTF8, type) };
            if (withKey)
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
            using var response = await reporter.SendAsync(request, ConcernApp.Cancellation);
            return (response.StatusCode, (await response.ReadJsonAsync())["code"]!.GetValue<string>());
        }

        (await SendAsync("{\"text\":", "application/json"))
            .ShouldBe((HttpStatusCode.BadRequest, "request.malformed-json"));
        (await SendAsync("text=hej", "text/plain"))
            .ShouldBe((HttpStatusCode.UnsupportedMediaType, "request.content-type"));
        (await SendAsync("{\"txet\":\"hej\"}", "application/json"))
            .ShouldBe((HttpStatusCode.BadRequest, "request.unknown-property"));
        (await SendAsync("{}", "application/json", withKey: false))
            .ShouldBe((HttpStatusCode.BadRequest, "request.key-missing"));
        (await SendAsync($"{{\"text\":\"{new string('a', 1_100_000)}\"}}", "application/json"))
            .ShouldBe((HttpStatusCode.RequestEntityTooLarge, "request.too-large"));
    }

    [Theory]
    [InlineData("/synpunkter/arende/0123456789abcdefghjkmnpqrst")]
    [InlineData("/api/v1/concerns/0123456789abcdefghjkmnpqrst")]
    [InlineData("/api/v1/concerns/%2F%5C%23%3F")]
    [InlineData("/synpunkter/arende/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/synpunkter/inkorg?status=all&sida=%00%2F%5C%23")]
    public async Task An_unknown_or_damaged_address_is_not_found(string path)
    {
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var response = await assessor.GetAsync(path, ConcernApp.Cancellation);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_same_key_and_body_is_answered_again_and_another_body_is_refused()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var (concern, key) = (world.Concern(), Guid.NewGuid().ToString("N"));
        using var first = await world.PostAsync(reporter, concern, key);
        using var again = await world.PostAsync(reporter, concern, key);
        await again.ExpectAsync(HttpStatusCode.Created);
        (await again.ReadJsonAsync())["id"]!.GetValue<string>()
            .ShouldBe((await first.ReadJsonAsync())["id"]!.GetValue<string>());
        using var other = await world.PostAsync(reporter, world.Concern(), key);
        await other.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await other.ReadJsonAsync())["code"]!.GetValue<string>().ShouldBe("request.key-reused");
        (await (await reporter.GetAsync("/api/v1/concerns/mine", ConcernApp.Cancellation)).ReadJsonAsync())["items"]!
            .AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_sent_again_with_another_text_gets_its_text_back_and_the_first_stands()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var form = await world.FilledFormAsync(reporter, "Den första texten.");
        using var first = await form.SubmitAsync();
        using var second = await form.With("text", "Den andra texten.").SubmitAsync();
        await second.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        FormPage.Of(reporter, await second.ReadPageAsync(), "åter", "main form[method=post]")["text"]!
            .ShouldContain("Den andra texten.");
        var stands = await reporter.GetPageAsync(
            first.Headers.Location!.ToString().Replace("kvitto", "arende", StringComparison.Ordinal));
        stands.Body!.TextContent.ShouldContain("Den första texten.");
    }

    [Fact]
    public async Task The_same_content_with_a_new_key_is_accepted_and_marked()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var concern = world.Concern();
        using var first = await world.PostAsync(reporter, concern);
        using var second = await world.PostAsync(reporter, concern);
        await second.ExpectAsync(HttpStatusCode.Created);
        (await first.ReadJsonAsync())["possibleDuplicate"]!.GetValue<bool>().ShouldBeFalse();
        (await second.ReadJsonAsync())["possibleDuplicate"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_assessment_without_version_reason_or_known_codes_is_refused()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var without = await assessor.PostAsync(
            $"/api/v1/concerns/{id}/actions/assess", new StringContent("{}", Encoding.UTF8, "application/json"),
            ConcernApp.Cancellation);
        without.StatusCode.ShouldBe((HttpStatusCode)428);
        foreach (var body in new[]
            { "{\"reason\":\"Ett.\",\"Reason\":\"Två.\"}",
                "{\"personalNumbers\":{\"reason\":\"other\",\"Reason\":\"remove\"}}" })
        {
            using var twice = await assessor.PostAsync(
                $"/api/v1/concerns/{id}/actions/assess", new StringContent(body, Encoding.UTF8, "application/json"),
                ConcernApp.Cancellation);
            twice.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "one of the two would be lost");
        }

        using var wrong = await ConcernApp.AssessAsync(assessor, id, new
        {
            outcome = "7",
            kind = "x",
            category = "",
            area = "y",
            severity = 9,
            reason = ""
        });
        (await wrong.CodesAsync()).ShouldBe(
        [
            "outcome:operation.value-unreadable", "kind:concern.unknown-code", "category:concern.category-required",
            "area:concern.unknown-code", "severity:concern.severity-out-of-range", "reason:concern.reason-required",
        ]);
        using var codes = await ConcernApp.AssessAsync(assessor, id, new
        {
            outcome = "askProvider",
            kind = "x",
            severity = 9
        });
        (await codes.CodesAsync()).ShouldBe(
        [
            "kind:concern.unknown-code", "category:concern.category-required", "area:concern.area-required",
            "severity:concern.severity-out-of-range", "reason:concern.reason-required",
        ]);
        using var late = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment(), version: 7);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_conflict_over_the_API_carries_what_stands_now()
    {
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper);
        using var first = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment(reason: "Först."));
        await first.ExpectAsync(HttpStatusCode.OK);
        using var second = await ConcernApp.AssessAsync(assessor, id, ConcernApp.Assessment(reason: "Sedan."));
        await second.ExpectAsync(HttpStatusCode.Conflict);
        var current = (await second.ReadJsonAsync())["current"]!;
        current["assessment"]!["reason"]!.GetValue<string>().ShouldBe("Först.");
        second.Headers.ETag.ShouldBe(new EntityTagHeaderValue("\"v2\""));
    }
}
