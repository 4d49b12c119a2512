using System.Net;
using AngleSharp.Html.Dom;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>Several concerns that are alike, assessed together with one reason, over HTTP.</summary>
public sealed class TogetherTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Page = "/synpunkter/inkorg/tillsammans";
    private const string Form = "form[action$='/tillsammans']";

    [Fact]
    public async Task Marked_in_the_inbox_each_has_an_assessment_of_its_own_with_the_same_reason()
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 3);
        var inbox = await assessor.GetPageAsync("/synpunkter/inkorg?status=received&sok=avl%C3%B6sning");
        foreach (var id in ids)
            inbox.QuerySelectorAll($"input[type=checkbox][name=synpunkt][value='{id}'][form]").ShouldHaveSingleItem();

        using var answer = await (await FormAsync(assessor, ids)).With("reason", "Tas upp på dialogen.").SubmitAsync();

        await answer.ExpectAsync(HttpStatusCode.OK);
        Text(await answer.ReadPageAsync()).ShouldContain("3 synpunkter är bedömda");
        foreach (var id in ids)
        {
            var concern = await ReadAsync(assessor, id);
            concern["assessment"]!["reason"]!.GetValue<string>().ShouldBe("Tas upp på dialogen.");
            concern["version"]!.GetValue<int>().ShouldBe(2);
        }

        Text(await officer.GetPageAsync($"/synpunkter/arende/{ids[0]}")).ShouldContain("Tas upp på dialogen.");
    }

    [Fact]
    public async Task Under_the_same_key_nothing_is_assessed_twice()
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 2);
        var form = (await FormAsync(assessor, ids)).With("reason", "En gång.");

        for (var time = 0; time < 2; time++)
        {
            using var answer = await form.SubmitAsync();
            Text(await answer.ReadPageAsync()).ShouldContain("2 synpunkter är bedömda");
        }

        foreach (var id in ids)
            (await ReadAsync(assessor, id))["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task What_must_be_assessed_alone_is_listed_with_the_reason_why_and_the_others_go_on()
    {
        var (officer, assessor) = await PeopleAsync();
        var ordinary = (await ReportAsync(officer, 1))[0];
        var grave = await world.ReportAsync(officer, Concern("skada"));
        var unknown = await world.ReportAsync(officer, new
        {
            unknownProvider = "Ett boende",
            board = ConcernApp.Social,
            unknown = true,
            service = "ledsagarservice",
            text = $"Ingen kom. {Unique.Word()}",
            occurred = "2027-01-12",
            consequence = "ej-verkstalld",
        });
        var assessed = (await ReportAsync(officer, 1))[0];
        using (var done = await ConcernApp.AssessAsync(assessor, assessed, ConcernApp.Assessment()))
            await done.ExpectAsync(HttpStatusCode.OK);
        var sealedByMe = (await ReportAsync(officer, 1))[0];
        await DoAsync(assessor, sealedByMe, "seal", new { reason = "Stöld?" });
        var toIvo = (await ReportAsync(officer, 1))[0];
        await RaiseIvoAsync(assessor, toIvo);
        string[] all = [ordinary, grave, unknown, assessed, sealedByMe, toIvo];

        var page = await assessor.GetPageAsync(Address(all));
        Why(page, grave).ShouldContain("Konsekvensen är allvarlig");
        Why(page, unknown).ShouldContain("Anordnaren är okänd");
        Why(page, assessed).ShouldContain("redan bedömd");
        Why(page, sealedByMe).ShouldContain("spärrad");
        Why(page, toIvo).ShouldContain("IVO");
        page.QuerySelectorAll("input[type=checkbox][name=synpunkt]").Select(box => box.GetAttribute("value"))
            .ShouldBe([ordinary]);

        // Marked all the same, by whoever writes the form: nothing but the ordinary one is assessed.
        var form = Fill(FormPage.Of(assessor, page, Page, Form)).With("reason", "Ordinär.");
        using var answer = await form.Tampered("synpunkt", all).SubmitAsync();
        Text(await answer.ReadPageAsync()).ShouldContain("1 synpunkt är bedömd");
        foreach (var id in new[] { grave, unknown, sealedByMe, toIvo })
            (await ReadAsync(assessor, id))["assessment"].ShouldBeNull();
        (await ReadAsync(assessor, assessed))["assessment"]!["reason"]!.GetValue<string>().ShouldNotBe("Ordinär.");
    }

    [Fact]
    public async Task A_conflict_for_one_stops_no_other_and_nothing_that_was_written_is_lost()
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 3);
        var form = (await FormAsync(assessor, ids)).With("reason", "Samma sak i alla.");
        await DoAsync(await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social), ids[1], "take", new { });

        using var answer = await form.SubmitAsync();

        var page = await answer.ReadPageAsync();
        Text(page).ShouldContain("2 synpunkter är bedömda");
        Text(page).ShouldContain("En blev inte bedömd");
        Text(page).ShouldContain("Samma sak i alla.");
        (await ReadAsync(assessor, ids[1]))["assessment"].ShouldBeNull();
        page.QuerySelector($"a[href*='/tillsammans?synpunkt={ids[1]}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("severity", "4")]
    [InlineData("outcome", "proposeTriggeredReview")]
    [InlineData("kind", "lex-sarah")]
    [InlineData("reason", "")]
    public async Task What_is_wrong_with_the_assessment_is_told_at_its_field_and_assesses_nothing(
        string field, string value)
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 2);
        var form = (await FormAsync(assessor, ids)).With("reason", "Därför.");
        if (value.Length > 0)
            form.Document.QuerySelectorAll($"{Form} [value='{value}']").ShouldBeEmpty();

        using var answer = await form.Tampered(field, value).SubmitAsync();

        await answer.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var page = await answer.ReadPageAsync();
        page.QuerySelectorAll($".ds-error-summary a[href='#falt-{field}']").ShouldHaveSingleItem();
        page.QuerySelectorAll("input[type=checkbox][name=synpunkt][checked]").Length.ShouldBe(2);
        (await ReadAsync(assessor, ids[0]))["assessment"].ShouldBeNull();
    }

    [Fact]
    public async Task What_a_colleague_works_with_says_so_and_is_not_marked_from_the_start()
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 2);
        var user = ConcernApp.NewUser();
        var colleague = await world.App.SignInAsync(user, Role.QualityDeveloper, ConcernApp.Social);
        await DoAsync(colleague, ids[0], "take", new { });

        var page = await assessor.GetPageAsync(Address(ids));

        Text(page).ShouldContain($"Test {user} arbetar med den sedan");
        page.QuerySelectorAll("input[type=checkbox][name=synpunkt][checked]").Select(box => box.GetAttribute("value"))
            .ShouldBe([ids[1]]);
    }

    [Fact]
    public async Task Those_that_are_alike_are_offered_where_one_of_them_is_assessed()
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 3, "otrygghet");
        var other = await world.ReportAsync(officer, Concern("olagenhet"));

        var page = await assessor.GetPageAsync($"/synpunkter/arende/{ids[0]}?ko=status%3Dreceived");
        var offer = page.QuerySelector("a[href*='/tillsammans?']")!.GetAttribute("href")!;

        foreach (var id in ids)
            offer.ShouldContain(id);
        offer.ShouldNotContain(other);
        offer.ShouldContain("ko=status%3Dreceived");
    }

    [Fact]
    public async Task Nobody_else_assesses_anything_there_and_another_board_s_concern_tells_nothing()
    {
        var (officer, assessor) = await PeopleAsync();
        var ids = await ReportAsync(officer, 1);
        var elsewhere = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);

        var page = await elsewhere.GetPageAsync(Address(ids));
        Text(page).ShouldContain("Du får inte bedöma den.");
        Text(page).ShouldNotContain("Björken");
        using var chief = await (await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social))
            .GetAsync(Address(ids), ConcernApp.Cancellation);
        chief.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var many = await assessor.GetAsync(
            Address([.. Enumerable.Range(0, 51).Select(number => Id.Derive("many", $"{number}").Value)]),
            ConcernApp.Cancellation);
        many.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static string Address(IEnumerable<string> ids) =>
        $"{Page}?{string.Join('&', ids.Select(id => $"synpunkt={id}"))}";

    private static async Task<FormPage> FormAsync(HttpClient assessor, IEnumerable<string> ids) =>
        Fill(await assessor.GetFormAsync(Address(ids), Form));

    private static FormPage Fill(FormPage form) =>
        form.With("category", "bemotande").With("area", "trygghet-sakerhet");

    private static string Text(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Why(IHtmlDocument page, string id) =>
        page.QuerySelector($".ds-alert a[href*='{id}']")!.Closest("li")!.TextContent;

    private static async Task<System.Text.Json.Nodes.JsonNode> ReadAsync(HttpClient client, string id)
    {
        using var answer = await client.GetAsync($"/api/v1/concerns/{id}", ConcernApp.Cancellation);
        return await answer.ReadJsonAsync();
    }

    private static async Task DoAsync(HttpClient client, string id, string operation, object body)
    {
        using var done = await ReviewDriver.SendAsync(client, $"/api/v1/concerns/{id}/actions/{operation}", body, 1);
        await done.ExpectAsync(HttpStatusCode.OK);
    }

    private static async Task RaiseIvoAsync(HttpClient assessor, string id)
    {
        using var raised = await (await assessor.GetFormAsync($"/synpunkter/arende/{id}/ivo/ny"))
            .With("ground", "tillstand-saknas").With("reason", "Kan vara ett missförhållande.").SubmitAsync();
        await raised.ExpectAsync(HttpStatusCode.SeeOther);
    }

    private object Concern(string consequence) => new
    {
        unitId = world.OtherUnit,
        service = "avlosarservice",
        text = $"Personalen kom inte. {Unique.Word()}",
        occurred = "2027-01-12",
        consequence,
    };

    private async Task<List<string>> ReportAsync(HttpClient officer, int many, string consequence = "ej-verkstalld")
    {
        var ids = new List<string>();
        for (var number = 0; number < many; number++)
            ids.Add(await world.ReportAsync(officer, Concern(consequence)));
        return ids;
    }

    private async Task<(HttpClient Officer, HttpClient Assessor)> PeopleAsync() =>
        (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social));
}
