using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Functions.WeeklyList;
using Oversight.Reviews;
using Oversight.Testkit;
using Sheet = Oversight.Functions.Documents.Sheet;
using Workbook = Oversight.Functions.Documents.Workbook;

namespace Oversight.Functions.Tests.WeeklyList;

/// <summary><em>Chefens veckolista</em>, as a page and in Excel.</summary>
public sealed class WeeklyListTests(ConcernApp world) : IClassFixture<ConcernApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enhetschef_sees_what_is_late_who_has_what_and_takes_it_to_Excel()
    {
        var reviewer = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var driver = new ReviewDriver(reviewer, await ReviewDriver.TriggerAsync(world));
        await ReviewMatrixTests.AdvanceAsync(world, driver, ReviewStatus.Underway);
        await driver.DoAsync("ask-supplement", new { until = Day(2), asked = "Rutinen." });
        await world.App.Clock.AdvanceByAsync("P4D");
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        (await chief.GetPageAsync("/")).QuerySelector("a[href='/veckolista']").ShouldNotBeNull();
        var page = await chief.GetPageAsync("/veckolista");
        var late = page.QuerySelector("section[aria-labelledby=forsenat]")!;
        late.QuerySelector($"a[href='/granskningar/{driver.Id}']").ShouldNotBeNull();
        late.TextContent.ShouldContain("Komplettering");
        late.TextContent.ShouldContain("Anordnaren");
        var name = page.QuerySelector("section[aria-labelledby=belastning] tbody th")!.TextContent;
        (await chief.GetPageAsync($"/granskningar/{driver.Id}")).Body!.TextContent
            .ShouldContain(name, Case.Sensitive, "the name that the review keeps");

        foreach (var (role, board, status) in new[]
        {
            (Role.QualityDeveloper, ConcernApp.Social, HttpStatusCode.Forbidden),
            (Role.BoardSecretary, ConcernApp.Social, HttpStatusCode.Forbidden),
            (Role.ProcessOwner, ConcernApp.Social, HttpStatusCode.OK),
        })
        {
            var somebody = await world.SomebodyAsync(role, board);
            foreach (var address in new[] { "/veckolista", "/veckolista/excel" })
            {
                using var answer = await somebody.GetAsync(address, Cancellation);
                answer.StatusCode.ShouldBe(status, $"{role} {address}");
            }
        }

        var elsewhere = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Elder);
        (await elsewhere.GetPageAsync("/veckolista")).Body!.InnerHtml.ShouldNotContain(driver.Id);
        await driver.DoAsync("seal", new { reason = "Misstänkt stöld." });
        var deputy = await world.SomebodyAsync(Role.ProcessOwner, ConcernApp.Social);
        (await deputy.GetPageAsync("/veckolista")).Body!.InnerHtml
            .ShouldNotContain(driver.Id, Case.Sensitive, "What is sealed stays sealed.");

        using var file = await chief.GetAsync("/veckolista/excel", Cancellation);
        file.Content.Headers.ContentType!.MediaType.ShouldBe(Workbook.ContentType);
        Sheets(await file.Content.ReadAsByteArrayAsync(Cancellation)).Select(sheet => sheet.Name).ShouldBe(
            ["Försenat", "Arbetsbelastning", "Vikariat", "Väntar på", "Årsplan mot utfall"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46 8 123")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData(" =HYPERLINK(\"http://example.invalid\")")]
    public void What_looks_like_a_formula_is_a_text(string text)
    {
        var made = Workbook.Of([new Sheet("Blad", ["Text", "Dag", "Antal"],
            [[text, new DateOnly(2027, 1, 15), 3]])]);
        using var content = new MemoryStream(made);
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, Cancellation)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        var cells = sheet.Descendants<Row>().Last().Elements<Cell>().ToList();
        (cells[0].DataType!.Value, cells[0].InnerText).ShouldBe((CellValues.InlineString, text));
        var format = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!
            .Elements<CellFormat>().ElementAt((int)cells[0].StyleIndex!.Value);
        format.QuotePrefix!.Value.ShouldBeTrue("it stays a text also when somebody edits it");
        cells[1].InnerText.ShouldBe("46402");
        cells[2].InnerText.ShouldBe("3");
    }

    private static IReadOnlyList<(string Name, int Rows)> Sheets(byte[] file)
    {
        using var content = new MemoryStream(file);
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, Cancellation)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        return
        [
            .. book.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => (
                sheet.Name!.Value!, ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet
                    .Descendants<Row>().Count())),
        ];
    }

    private string Day(int ahead) =>
        world.App.Clock.Now.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
