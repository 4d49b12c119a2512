using System.Net;
using AngleSharp.Html.Dom;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>Who works with a concern, over HTTP: taken, handed over, laid back.</summary>
public sealed class HoldingTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private const string Inbox = "/synpunkter/inkorg?status=received&namnd=socialnamnden";

    [Fact]
    public async Task A_concern_that_is_taken_says_so_in_the_row_on_its_page_and_in_its_history()
    {
        var (anna, bo) = (await AssessorAsync(), await AssessorAsync());
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));

        using (var taken = await (await anna.Client.GetFormAsync(
            $"/synpunkter/arende/{id}?ko=status%3Dreceived", "form[action$='/gor/ta']")).SubmitAsync())
        {
            await taken.ExpectAsync(HttpStatusCode.SeeOther);
            taken.Headers.Location!.OriginalString.ShouldBe(
                $"/synpunkter/arende/{id}?ko=status%3Dreceived&klart=ta");
        }

        var seen = await bo.Client.GetPageAsync($"/synpunkter/arende/{id}");
        Text(seen).ShouldContain($"{anna.Name} arbetar med synpunkten sedan");
        seen.QuerySelector(".timeline, [class*=timeline]")!.TextContent.ShouldContain(anna.Name);
        Row(await bo.Client.GetPageAsync(Inbox), id).ShouldContain($"{anna.Name} sedan");
        Row(await anna.Client.GetPageAsync(Inbox), id).ShouldContain("Du sedan");
        Text(await anna.Client.GetPageAsync($"/synpunkter/arende/{id}")).ShouldNotContain("fråga först");
    }

    [Fact]
    public async Task It_is_no_lock_a_colleague_assesses_it_and_its_reporter_is_told_nothing_of_who_has_it()
    {
        var (anna, bo) = (await AssessorAsync(), await AssessorAsync());
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(reporter);
        await DoAsync(anna.Client, id, "take", 1);

        var page = await bo.Client.GetPageAsync($"/synpunkter/arende/{id}");
        Text(page).ShouldContain("Du kan bedöma den ändå");
        page.QuerySelectorAll("form[action$='/gor/bedom']").ShouldHaveSingleItem();
        using (var assessed = await ConcernApp.AssessAsync(bo.Client, id, ConcernApp.Assessment(), 2))
            await assessed.ExpectAsync(HttpStatusCode.OK);

        Text(await reporter.GetPageAsync($"/synpunkter/arende/{id}")).ShouldNotContain(anna.Name);
        using var api = await reporter.GetAsync($"/api/v1/concerns/{id}", ConcernApp.Cancellation);
        (await api.ReadJsonAsync())["heldBy"].ShouldBeNull();
    }

    [Fact]
    public async Task It_is_handed_over_to_a_colleague_who_has_signed_in_and_assesses_the_board_and_laid_back()
    {
        var (anna, bo, far) = (await AssessorAsync(), await AssessorAsync(), await AssessorAsync(ConcernApp.Elder));
        var (managerId, unseen) = (ConcernApp.NewUser(), await AssessorAsync());
        var manager = await world.App.SignInAsync(managerId, Role.UnitManager, ConcernApp.Social);
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var id = await world.ReportAsync(officer);
        foreach (var colleague in new[] { bo.Client, far.Client, manager })
            await colleague.GetPageAsync("/");
        await DoAsync(anna.Client, id, "take", 1);

        var page = await anna.Client.GetPageAsync($"/synpunkter/arende/{id}/gor/lamna-over");
        page.QuerySelectorAll("input[name=colleague]").Select(choice => choice.GetAttribute("value"))
            .ShouldSatisfyAllConditions(
                known => known.ShouldContain(bo.UserId), known => known.ShouldNotContain(anna.UserId),
                known => known.ShouldNotContain(far.UserId, "Another board's people are no colleagues here."),
                known => known.ShouldNotContain(managerId, "An enhetschef assesses no concerns."),
                known => known.ShouldNotContain(unseen.UserId, "Has opened no page yet."));
        await DoAsync(anna.Client, id, "hand-over", 2, new { colleague = far.UserId },
            HttpStatusCode.UnprocessableEntity);
        await DoAsync(bo.Client, id, "hand-over", 2, new { colleague = bo.UserId }, HttpStatusCode.UnprocessableEntity);
        await DoAsync(anna.Client, id, "hand-over", 2, new { colleague = bo.UserId });
        Row(await anna.Client.GetPageAsync(Inbox), id).ShouldContain($"{bo.Name} sedan");

        await DoAsync(anna.Client, id, "put-back", 3, null, HttpStatusCode.UnprocessableEntity);
        await DoAsync(bo.Client, id, "put-back", 3);
        Row(await bo.Client.GetPageAsync(Inbox), id).ShouldNotContain("Du sedan");
        (await bo.Client.GetPageAsync($"{Inbox}&vem=ingens")).QuerySelectorAll($"tbody a[href*='{id}']")
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_filter_lives_in_the_address_and_the_queue_offers_ones_own_and_then_nobodys()
    {
        var (anna, bo) = (await AssessorAsync(), await AssessorAsync());
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var ids = new List<string>();
        for (var number = 0; number < 4; number++)
            ids.Add(await world.ReportAsync(officer, Concern(world.OtherUnit, "avlosarservice")));
        await DoAsync(bo.Client, ids[1], "take", 1);
        await DoAsync(anna.Client, ids[3], "take", 1);

        var mine = await anna.Client.GetPageAsync($"{Inbox}&vem=mina&sok=avl%C3%B6sning");
        mine.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!).ShouldHaveSingleItem()
            .ShouldContain(ids[3]);
        mine.QuerySelector("tbody th a")!.GetAttribute("href")!.ShouldContain(Uri.EscapeDataString("vem=mina"));
        ((IHtmlSelectElement)mine.QuerySelector("select[name=vem]")!).Value.ShouldBe("mina");

        var kept = Uri.EscapeDataString("status=received&sok=avlösning");
        foreach (var (done, next) in new[] { (ids[3], ids[0]), (ids[0], ids[2]) })
        {
            using var answer = await anna.Client.GetAsync(
                $"/synpunkter/inkorg/nasta?efter={done}&ko={kept}", ConcernApp.Cancellation);
            answer.Headers.Location!.OriginalString.ShouldContain(next);
        }

        using var last = await anna.Client.GetAsync(
            $"/synpunkter/inkorg/nasta?efter={ids[2]}&ko={kept}", ConcernApp.Cancellation);
        last.Headers.Location!.OriginalString.ShouldStartWith("/synpunkter/inkorg?");
    }

    [Fact]
    public async Task What_is_sealed_is_taken_from_whoever_is_outside_and_tells_nobody_who_works_with_it()
    {
        var (anna, bo, other) = (await AssessorAsync(), await AssessorAsync(), await AssessorAsync());
        var officer = await world.SomebodyAsync(Role.CaseOfficer);
        var (id, ofOther) = (await world.ReportAsync(officer), await world.ReportAsync(officer));
        await DoAsync(bo.Client, id, "take", 1);
        await DoAsync(other.Client, ofOther, "take", 1);
        await DoAsync(anna.Client, id, "seal", 2, new { reason = "Misstänkt stöld." });
        (await other.Client.GetPageAsync($"/synpunkter/arende/{ofOther}/gor/lamna-over"))
            .QuerySelectorAll($"input[name=colleague][value='{bo.UserId}']").ShouldHaveSingleItem();

        (await bo.Client.GetPageAsync($"{Inbox}&vem=mina")).QuerySelectorAll($"tbody a[href*='{id}']").ShouldBeEmpty();
        await DoAsync(bo.Client, id, "take", 3, null, HttpStatusCode.Forbidden);
        await DoAsync(anna.Client, id, "take", 3);
        (await anna.Client.GetPageAsync($"/synpunkter/arende/{id}/gor/lamna-over"))
            .QuerySelectorAll("input[name=colleague]").ShouldBeEmpty("All of them are outside what is sealed.");
        await DoAsync(anna.Client, id, "hand-over", 4, new { colleague = bo.UserId },
            HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Whoever_has_declared_a_conflict_of_interest_cannot_be_chosen()
    {
        var bo = await AssessorAsync();
        var userId = ConcernApp.NewUser();
        var anna = new Person(userId, await world.App.SignInAsync(
            userId, [Role.QualityDeveloper, Role.UnitManager], [ConcernApp.Social]));
        var id = await world.ReportAsync(await world.SomebodyAsync(Role.CaseOfficer));
        await anna.Client.GetPageAsync("/");
        await DoAsync(bo.Client, id, "take", 1);
        using (var assessed = await ConcernApp.AssessAsync(
            bo.Client, id, ConcernApp.Assessment(outcome: "proposeTriggeredReview"), 2))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        await DoAsync(
            anna.Client, id, "declare-conflict", 3, new { reason = "Närstående." }, HttpStatusCode.NoContent);

        (await bo.Client.GetPageAsync($"/synpunkter/arende/{id}/gor/lamna-over"))
            .QuerySelectorAll($"input[name=colleague][value='{anna.UserId}']").ShouldBeEmpty();
        await DoAsync(bo.Client, id, "hand-over", 4, new { colleague = anna.UserId },
            HttpStatusCode.UnprocessableEntity);
    }

    private static string Text(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Row(IHtmlDocument inbox, string id) =>
        string.Join(' ', inbox.QuerySelector($"tbody th a[href*='{id}']")!.Closest("tr")!.TextContent
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task DoAsync(
        HttpClient client, string id, string operation, int version, object? body = null,
        HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var done = await ReviewDriver.SendAsync(
            client, $"/api/v1/concerns/{id}/actions/{operation}", body ?? new { }, version);
        await done.ExpectAsync(expected);
    }

    private static object Concern(Id unit, string service) => new
    {
        unitId = unit,
        service,
        text = $"Personalen kom inte. {Unique.Word()}",
        occurred = "2027-01-12",
        consequence = "ej-verkstalld",
    };

    private async Task<Person> AssessorAsync(string board = ConcernApp.Social)
    {
        var userId = ConcernApp.NewUser();
        return new Person(userId, await world.App.SignInAsync(userId, Role.QualityDeveloper, board));
    }

    private sealed record Person(string UserId, HttpClient Client)
    {
        /// <summary>As the test's sign-in calls everybody.</summary>
        public string Name => $"Test {UserId}";
    }
}
