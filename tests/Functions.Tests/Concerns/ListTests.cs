using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Oversight.Concerns;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>Lists count, sort by their headings, keep it in the address, and can be taken out as a workbook.</summary>
public sealed class ListTests(ListTests.Register world) : IClassFixture<ListTests.Register>
{
    private const int Units = 60;
    private const string Formula = "=HYPERLINK(\"http://x.example\")";

    [Fact]
    public async Task Units_are_counted_sorted_by_their_headings_and_shown_fifty_at_a_time()
    {
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        var first = await somebody.GetPageAsync("/enheter?namn=Radhus");
        var second = await somebody.GetPageAsync(Next(first));

        first.QuerySelector(".list-count")!.TextContent.ShouldBe($"{Units} enheter");
        Names(first).Count.ShouldBe(50);
        Names(first).Concat(Names(second)).ShouldBe(Names(first).Concat(Names(second)).Order(SwedishOrder.Comparer));
        Names(second).Count.ShouldBe(Units - 50);
        second.QuerySelector("main a[rel=next]").ShouldBeNull();

        var heading = first.QuerySelectorAll("thead a")
            .First(link => link.TextContent.StartsWith("Enhet", StringComparison.Ordinal));
        var up = await somebody.GetPageAsync(heading.GetAttribute("href")!);
        up.QuerySelector("th[aria-sort=ascending] a")!.TextContent.ShouldStartWith("Enhet");
        var down = await somebody.GetPageAsync(up.QuerySelector("th[aria-sort] a")!.GetAttribute("href")!);
        Names(down)[0].ShouldBe("Radhus 60");
        down.QuerySelector("th[aria-sort=descending]").ShouldNotBeNull();
        // The order follows to the next page and into the filter.
        Names(await somebody.GetPageAsync(Next(down)))[^1].ShouldBe("Radhus 01");
        down.QuerySelector("input[name=sortera]")!.GetAttribute("value").ShouldBe("-enhet");
    }

    [Theory]
    [InlineData("/enheter/excel?namn=Radhus", "Enheter", Units + 1)]
    [InlineData("/enheter/excel?namn=HYPERLINK", "Enheter", 2)]
    [InlineData("/anordnare/excel?namn=Radhusen", "Anordnare", 2)]
    public async Task What_is_shown_is_taken_out_whole_and_every_text_is_a_text(string path, string name, int rows)
    {
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        using var file = await somebody.GetAsync(path, ConcernApp.Cancellation);

        await file.ExpectAsync(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.MediaType.ShouldBe(Oversight.Functions.Documents.Workbook.ContentType);
        file.Content.Headers.ContentDisposition!.FileName!.ShouldStartWith(name.ToLowerInvariant());
        using var content = new MemoryStream(await file.Content.ReadAsByteArrayAsync(ConcernApp.Cancellation));
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        sheet.Descendants<Row>().Count().ShouldBe(rows);
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        if (path.Contains("HYPERLINK", StringComparison.Ordinal))
        {
            sheet.Descendants<Cell>().ShouldContain(cell =>
                cell.InnerText == Formula && cell.DataType! == CellValues.InlineString);
        }
    }

    [Fact]
    public async Task Concerns_are_taken_out_by_those_who_may_and_only_those_of_their_boards_and_not_closed_to_them()
    {
        var officer = await world.SomebodyAsync(Role.CaseOfficer, ConcernApp.Social);
        var assessor = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var elder = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        var kept = await world.ReportAsync(officer);
        var withheld = await world.ReportAsync(officer);
        var chief = await world.SomebodyAsync(Role.UnitManager, ConcernApp.Social);
        using var closed = await (await chief.GetFormAsync($"/synpunkter/arende/{withheld}/gor/sparra"))
            .With("reason", "Misstanke om brott.").SubmitAsync();
        await closed.ExpectAsync(HttpStatusCode.SeeOther);

        (await ReferencesAsync(assessor, "status=all")).ShouldContain(Reference(kept));
        (await ReferencesAsync(assessor, "status=received")).ShouldContain(Reference(kept));
        (await ReferencesAsync(assessor, "status=all")).ShouldNotContain(Reference(withheld));
        (await ReferencesAsync(elder, "status=all")).ShouldNotContain(Reference(kept));
        using var refused = await officer.GetAsync("/synpunkter/inkorg/excel", ConcernApp.Cancellation);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await elder.GetAsync(
            $"/synpunkter/inkorg/excel?namnd={ConcernApp.Social}", ConcernApp.Cancellation);
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var medical = await world.SomebodyAsync(Role.MedicallyResponsible, ConcernApp.Social);
        (await medical.GetPageAsync("/synpunkter/inkorg")).QuerySelector("a[href*='excel']").ShouldBeNull();
    }

    private static string Reference(string id) =>
        Id.TryParse(id, out var known) ? known.Reference(ConcernFacts.ReferenceKind) : throw new FormatException(id);

    private static async Task<List<string>> ReferencesAsync(HttpClient client, string selection)
    {
        using var content = new MemoryStream(
            await client.GetByteArrayAsync($"/synpunkter/inkorg/excel?{selection}", ConcernApp.Cancellation));
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()
            .Select(row => row.Descendants<Cell>().First().InnerText)];
    }

    private static string Next(IHtmlDocument page) =>
        page.QuerySelector("main a[rel=next]")!.GetAttribute("href")!;

    private static List<string> Names(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];

    /// <summary>With more units than a page shows.</summary>
    public sealed class Register : ConcernApp
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            for (var number = 1; number <= Units; number++)
                await RegisterAsync(Id.Derive("test", $"radhus-{number}"), $"Radhus {number:D2}", "Radhusen AB", Social,
                    "ledsagning-avlosning", "ledsagarservice");
            // A provider of its own: the units above only name theirs.
            using var administrator = await App.SignInAsync(NewUser(), Role.Administrator);
            using var provider = await (await administrator.GetFormAsync("/anordnare/ny")).With("name", "Radhusen AB")
                .With("number", "556016-0680").With("ownership", "privat").SubmitAsync();
            await provider.ExpectAsync(HttpStatusCode.SeeOther);
            await RegisterAsync(Id.Derive("test", "formula"), Formula, "Formeln AB", Social, "ledsagning-avlosning",
                "ledsagarservice");
        }
    }
}
