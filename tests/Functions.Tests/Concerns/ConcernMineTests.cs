using System.Net;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernMineTests(ConcernApp world)
{
    [Fact]
    public async Task Many_concerns_of_ones_own_are_shown_in_pages_newest_first()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);
        var sent = new List<string>();
        for (var number = 0; number < 51; number++)
            sent.Insert(0, await world.ReportAsync(reporter, world.Concern($"Nummer {number}, {Unique.Word()}.")));

        var first = await reporter.GetPageAsync("/synpunkter/mina");
        var older = first.QuerySelector("main a[rel=next]")!;
        var second = await reporter.GetPageAsync(older.GetAttribute("href")!);

        older.TextContent.ShouldBe("Visa äldre");
        Shown(first).Concat(Shown(second)).ShouldBe(sent);
        Shown(second).Count.ShouldBe(1);
        second.QuerySelector("main a[rel=next]").ShouldBeNull();
        var page = await (await reporter.GetAsync("/api/v1/concerns/mine", ConcernApp.Cancellation)).ReadJsonAsync();
        page["items"]!.AsArray().Count.ShouldBe(50);
        var address = $"/api/v1/concerns/mine?page={page["nextPage"]}";
        var rest = await (await reporter.GetAsync(address, ConcernApp.Cancellation)).ReadJsonAsync();
        (rest["items"]!.AsArray().Count, rest["nextPage"]).ShouldBe((1, null));
    }

    [Fact]
    public async Task Each_reason_stands_with_its_own_concern_and_what_is_new_is_told_on_the_first_page()
    {
        var (reporter, assessor) = (await world.SomebodyAsync(Role.CaseOfficer),
            await world.SomebodyAsync(Role.QualityDeveloper));
        var ids = new List<string>();
        for (var number = 0; number < 12; number++)
        {
            ids.Add(await world.ReportAsync(reporter, world.Concern($"Nummer {number}, {Unique.Word()}.")));
            var assessment = ConcernApp.Assessment(reason: $"Skälet till nummer {number}.");
            using var assessed = await ConcernApp.AssessAsync(assessor, ids[number], assessment);
            await assessed.ExpectAsync(HttpStatusCode.OK);
        }

        var page = await reporter.GetPageAsync("/synpunkter/mina");
        var home = await reporter.GetPageAsync("/");

        page.QuerySelectorAll("article").Select(card => card.QuerySelector(".quoted:not(.own-words)")!.TextContent)
            .ShouldBe(Enumerable.Range(0, 12).Reverse().Select(number => $"Skälet till nummer {number}."));
        var news = home.QuerySelectorAll("a[href^='/synpunkter/arende/']")
            .Select(link => link.GetAttribute("href")!.Split('/')[^1]).ToList();
        news.Count.ShouldBe(5);
        news.ShouldBeSubsetOf(ids);
    }

    [Fact]
    public async Task A_damaged_page_is_not_found()
    {
        var reporter = await world.SomebodyAsync(Role.CaseOfficer);

        (await reporter.GetAsync("/synpunkter/mina?sida=x", ConcernApp.Cancellation)).StatusCode
            .ShouldBe(HttpStatusCode.NotFound);
        (await reporter.GetAsync("/api/v1/concerns/mine?page=x", ConcernApp.Cancellation)).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    private static IReadOnlyList<string> Shown(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("article h2 a").Select(link => link.GetAttribute("href")!.Split('/')[^1])];
}
