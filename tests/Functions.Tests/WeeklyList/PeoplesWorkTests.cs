using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.WeeklyList;

/// <summary>What a chief sees of the concerns and reviews that their people have.</summary>
public sealed class PeoplesWorkTests : IAsyncLifetime
{
    private readonly ConcernApp _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_chief_sees_who_has_how_many_concerns_and_how_many_nobody_has_taken()
    {
        var (anna, chief) = await PeopleAsync();
        var elsewhere = await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder);
        var berit = await _world.App.SignInAsync("berit", Role.QualityDeveloper, ConcernApp.Social);
        await berit.GetPageAsync("/");
        var officer = await _world.SomebodyAsync(Role.CaseOfficer);
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
            ids.Add(await _world.ReportAsync(officer));
        foreach (var id in ids.Take(2))
            await DoAsync(anna, id, "take", 1);
        await _world.App.Clock.AdvanceByAsync("P3D");

        var rows = Workload(await chief.GetPageAsync("/veckolista"));
        rows.Select(Cells).ShouldBe(
            [["Test anna", "2", "0", "0", "0", "–"], ["Test berit", "0", "0", "0", "0", "–"]],
            "Those who have the most first; also who has nothing.");
        var page = await chief.GetPageAsync("/veckolista");
        var untaken = page.QuerySelector("section[aria-labelledby=belastning] p")!;
        untaken.TextContent.ShouldBe(
            "3 synpunkter väntar och ingen har tagit dem. Den äldsta kom in för 3 dagar sedan.");
        var inbox = await chief.GetPageAsync(untaken.QuerySelector("a")!.GetAttribute("href")!);
        inbox.QuerySelectorAll("main tbody tr").Length.ShouldBe(3);

        var others = (await chief.GetPageAsync("/")).QuerySelector("section[aria-labelledby=medarbetare]")!;
        others.TextContent.ShouldContain("Fördela synpunkter som ingen har tagit");
        others.QuerySelector(".todo-count")!.TextContent.ShouldBe("3");
        (await anna.GetPageAsync("/")).QuerySelector("section[aria-labelledby=medarbetare]").ShouldBeNull();
        (await elsewhere.GetPageAsync("/")).QuerySelector("section[aria-labelledby=medarbetare]").ShouldBeNull();
        Workload(await elsewhere.GetPageAsync("/veckolista")).ShouldBeEmpty("Another board's people.");

        await DoAsync(anna, ids[4], "seal", 1, new { reason = "Misstänkt stöld." });
        var deputy = await _world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        (await deputy.GetPageAsync("/veckolista")).QuerySelector("section[aria-labelledby=belastning] p")!.TextContent
            .ShouldStartWith("2 synpunkter", Case.Sensitive, "What is sealed is not counted for who may not read it.");
        Sheet(await ExcelAsync(chief))[0].ShouldBe(
            ["Namn", "Synpunkter", "Ansvarig för", "Medgranskare i", "Försenat", "Nästa dag"]);
        Sheet(await ExcelAsync(chief))[1].Take(3).ShouldBe(["Test anna", "2", "0"]);
    }

    [Fact]
    public async Task What_is_late_with_others_stands_apart_from_what_the_chief_is_to_do()
    {
        var (anna, chief) = await PeopleAsync();
        var driver = new ReviewDriver(anna, await ReviewDriver.TriggerAsync(_world));
        await ReviewMatrixTests.AdvanceAsync(_world, driver, ReviewStatus.Underway);
        await driver.DoAsync("ask-supplement", new
        {
            until = DateOnly.FromDateTime(_world.App.Clock.Now.AddDays(2).Date),
            asked = "Rutinen.",
        });
        (await chief.GetPageAsync("/")).QuerySelector("section[aria-labelledby=medarbetare]").ShouldBeNull();
        await _world.App.Clock.AdvanceByAsync("P4D");

        var home = await chief.GetPageAsync("/");
        var late = home.QuerySelector("section[aria-labelledby=medarbetare] li")!;
        late.TextContent.ShouldContain("Gå igenom det som är försenat");
        late.TextContent.ShouldContain("Det skulle ha varit klart för 2 dagar sedan.");
        late.QuerySelector("a")!.GetAttribute("href").ShouldBe("/veckolista#forsenat");
        (await chief.GetPageAsync("/veckolista")).QuerySelectorAll("section[aria-labelledby=forsenat] tbody tr").Length
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_late_decision_is_with_others_for_the_chief_it_has_left_and_not_for_whoever_is_to_make_it()
    {
        var (anna, chief) = await PeopleAsync();
        var deputy = await _world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        var id = await _world.ReportAsync(await _world.SomebodyAsync(Role.CaseOfficer));
        using (var assessed = await ConcernApp.AssessAsync(
            anna, id, ConcernApp.Assessment(outcome: "proposeTriggeredReview"), 1))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        await _world.App.Clock.AdvanceByAsync("P60D");

        (await chief.GetPageAsync("/")).QuerySelector("section[aria-labelledby=medarbetare]")!.TextContent
            .ShouldContain("Gå igenom det som är försenat");
        var own = await deputy.GetPageAsync("/");
        own.QuerySelector("section[aria-labelledby=medarbetare]").ShouldBeNull();
        own.QuerySelector("main ul.todo")!.TextContent.ShouldContain("påkallad granskning");
    }

    private async Task<(HttpClient Anna, HttpClient Chief)> PeopleAsync() => (
        await _world.App.SignInAsync("anna", Role.QualityDeveloper, ConcernApp.Social),
        await _world.SomebodyAsync(Role.UnitManager, ConcernApp.Social));

    private static async Task DoAsync(HttpClient client, string id, string operation, int version, object? body = null)
    {
        using var done = await ReviewDriver.SendAsync(
            client, $"/api/v1/concerns/{id}/actions/{operation}", body ?? new { }, version);
        done.IsSuccessStatusCode.ShouldBeTrue($"{operation}: {done.StatusCode}");
    }

    private static List<IElement> Workload(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("section[aria-labelledby=belastning] tbody tr:has(th)")];

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.TextContent.Trim())];

    private static async Task<byte[]> ExcelAsync(HttpClient chief)
    {
        using var file = await chief.GetAsync("/veckolista/excel", Cancellation);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await file.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static List<string[]> Sheet(byte[] file)
    {
        using var content = new MemoryStream(file);
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        var sheet = book.WorkbookPart!.Workbook.Descendants<Sheet>()
            .Single(sheet => sheet.Name == "Arbetsbelastning");
        return
        [
            .. ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()),
        ];
    }
}
