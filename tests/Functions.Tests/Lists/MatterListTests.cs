using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Oversight.Functions.Tests.Concerns;
using Oversight.Functions.Tests.Reviews;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Lists;

/// <summary>
/// Every list of matters counts, is sorted by its headings, is narrowed in its address, and is taken out as a workbook
/// by those who may, with what the page shows them.
/// </summary>
public sealed class MatterListTests(ListedMatters world) : IClassFixture<ListedMatters>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, MatterList> Known = new MatterList[]
    {
        new("/granskningar", "Granskningar", "Enhet"),
        new("/sanktioner", "Sanktioner", "Sanktion"),
        new("/uppgifter", "Uppgifter", "Uppgift om", Reader: Role.CaseOfficer),
        new("/dialoger", "Dialogserier", "Dialogserie") { Book = "Kvalitetsdialoger" },
        new("/ivo", "Ställningstaganden till IVO", "Enhet") { Book = "IVO" },
        new("/ivo", "Överlämnanden", "Enhet", "/overlamnanden/excel", "-overlamnanden"),
        new("/utskick", "Utskick", "Enhet"),
        new("/dokument", "Dokument", "Dokument", Filter: "type=radhusbrev", Reader: Role.Registrar),
    }.ToDictionary(list => list.Caption);

    public static TheoryData<string> Lists => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task It_is_sorted_both_ways_and_shown_fifty_at_a_time_and_what_it_is_narrowed_to_stays(string name)
    {
        var list = Known[name];
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        var first = await somebody.GetPageAsync(list.Narrowed);
        Shown(first, list).Count.ShouldBe(50);
        first.QuerySelectorAll(".list-count").Select(count => count.TextContent.Split(' ')[0])
            .ShouldContain($"{ListedMatters.Count}");
        var second = await somebody.GetPageAsync(Next(first, list)!);
        Shown(second, list).Count.ShouldBe(ListedMatters.Count - 50);
        Next(second, list).ShouldBeNull();
        Shown(first, list).Intersect(Shown(second, list)).ShouldBeEmpty();

        var up = await somebody.GetPageAsync(Heading(first, list).GetAttribute("href")!);
        Shown(up, list)[0].ShouldContain("Radhus 01");
        Heading(up, list).ParentElement!.GetAttribute("aria-sort").ShouldBe("ascending");
        var down = await somebody.GetPageAsync(Heading(up, list).GetAttribute("href")!);
        Shown(down, list)[0].ShouldContain("Radhus 60");
        Heading(down, list).ParentElement!.GetAttribute("aria-sort").ShouldBe("descending");
        Shown(await somebody.GetPageAsync(Next(down, list)!), list)[^1].ShouldContain("Radhus 01");

        foreach (var href in Table(down, list).QuerySelectorAll("thead a").Select(link => link.GetAttribute("href")!)
            .Append(Next(down, list)!).Append(Export(down, list)!))
            href.ShouldContain(list.Filter);
        down.QuerySelector($"form.filter-form input[name=sortera{list.Suffix}]")!.GetAttribute("value")
            .ShouldStartWith("-");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Its_workbook_has_all_that_is_shown_of_the_own_boards_and_nobody_else_takes_it_out(
        string name)
    {
        var list = Known[name];
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var elder = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Elder);
        var page = await somebody.GetPageAsync(list.Narrowed);
        Export(page, list).ShouldBe($"{list.ExportAddress}?{list.Filter}");

        var rows = await RowsAsync(somebody, Export(page, list)!);
        rows.Count.ShouldBe(ListedMatters.Count + 1, string.Join('\n', rows));
        rows[0].ShouldContain(list.Heading);
        world.App.Log.Lines.ShouldContain(line => line.Contains(
            $"The list {list.Book} was taken out as a workbook with {ListedMatters.Count} rows",
            StringComparison.Ordinal));
        for (var number = 1; number <= ListedMatters.Count; number++)
            rows.Count(row => row.Contains($"Radhus {number:D2}", StringComparison.Ordinal)).ShouldBe(1);
        var up = await somebody.GetPageAsync(Heading(page, list).GetAttribute("href")!);
        var down = await somebody.GetPageAsync(Heading(up, list).GetAttribute("href")!);
        (await RowsAsync(somebody, Export(down, list)!))[1].ShouldContain("Radhus 60");

        var others = await RowsAsync(elder, $"{list.ExportAddress}?{list.Filter}");
        others.Count.ShouldBe(2);
        others[1].ShouldContain(ListedMatters.Elsewhere);

        var reader = await world.SomebodyAsync(list.Reader, ConcernApp.Social);
        Export(await reader.GetPageAsync(list.Narrowed), list).ShouldBeNull();
        using var refused = await reader.GetAsync(list.ExportAddress, Cancellation);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Granskningar", "vantar")]
    [InlineData("Sanktioner", "beslut")]
    public async Task What_is_told_with_a_day_is_sorted_by_the_day(string name, string column)
    {
        var list = Known[name];
        var somebody = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);

        // By its letters 1 April comes before 2 March.
        Shown(await somebody.GetPageAsync($"{list.Narrowed}&sortera={column}"), list)[0].ShouldContain("Radhus 01");
        Shown(await somebody.GetPageAsync($"{list.Narrowed}&sortera=-{column}"), list)[0].ShouldContain("Radhus 60");
    }

    [Fact]
    public async Task Reviews_are_narrowed_to_ones_own_to_a_board_and_to_a_state()
    {
        var lead = await world.App.SignInAsync("listed-lead", Role.QualityDeveloper);
        MatterList list = new("/granskningar", "Granskningar", "Enhet");

        Shown(await lead.GetPageAsync("/granskningar?vem=mina"), list)
            .ShouldHaveSingleItem().ShouldContain("Radhus 07");
        Shown(await lead.GetPageAsync("/granskningar?namn=radhus&namnd=aldrenamnden"), list)
            .ShouldHaveSingleItem().ShouldContain(ListedMatters.Elsewhere);
        (await lead.GetPageAsync("/granskningar?status=closed&namn=radhus")).QuerySelector("main .empty")!.TextContent
            .ShouldBe("Inga granskningar stämmer med urvalet.");
        // Where there is nothing to choose between there is no choice.
        (await (await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social)).GetPageAsync("/granskningar"))
            .QuerySelector("select[name=namnd]").ShouldBeNull();
    }

    [Fact]
    public async Task What_is_closed_to_somebody_is_in_none_of_their_workbooks()
    {
        var review = await ReviewDriver.TriggerAsync(world);
        var declared = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        var colleague = await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social);
        await new ReviewDriver(await world.SomebodyAsync(Role.QualityDeveloper, ConcernApp.Social), review)
            .DoAsync("start");
        await world.AddMattersOfAsync(review);
        string[] exports =
            ["/granskningar", "/sanktioner", "/uppgifter", "/ivo", "/overlamnanden", "/utskick", "/dokument"];
        foreach (var export in exports)
            Told(await RowsAsync(declared, $"{export}/excel")).ShouldBeTrue(export);

        await new ReviewDriver(declared, review).DoAsync(
            "declare-conflict", new { reason = "Min bror arbetar där." }, HttpStatusCode.NoContent);

        foreach (var export in exports)
        {
            Told(await RowsAsync(declared, $"{export}/excel")).ShouldBeFalse(export);
            Told(await RowsAsync(colleague, $"{export}/excel")).ShouldBeTrue(export);
        }

        static bool Told(IEnumerable<string> rows) =>
            rows.Any(row => row.Contains("Björkens ledsagning", StringComparison.Ordinal));
    }

    private static IElement Table(IHtmlDocument page, MatterList list) =>
        page.QuerySelectorAll("main table")
            .Single(table => table.QuerySelector("caption")!.TextContent == list.Caption);

    private static IElement Heading(IHtmlDocument page, MatterList list) => Table(page, list)
        .QuerySelectorAll("thead a").First(link => link.TextContent.TrimEnd('▲', '▼', ' ') == list.Heading);

    private static string? Next(IHtmlDocument page, MatterList list) => page.QuerySelectorAll("main a[rel=next]")
        .Select(link => link.GetAttribute("href")!)
        .SingleOrDefault(href => href.Contains($"sida{list.Suffix}=", StringComparison.Ordinal));

    private static string? Export(IHtmlDocument page, MatterList list) =>
        page.QuerySelector($"main a[href^='{list.ExportAddress}']")?.GetAttribute("href");

    /// <summary>The texts of the column that the heading stands over.</summary>
    private static List<string> Shown(IHtmlDocument page, MatterList list)
    {
        var column = Table(page, list).QuerySelectorAll("thead th").Index()
            .First(head => head.Item.TextContent.TrimEnd('▲', '▼', ' ') == list.Heading).Index;
        return [.. Table(page, list).QuerySelectorAll("tbody tr")
            .Select(row => row.Children[column].TextContent.Trim())];
    }

    private static async Task<List<string>> RowsAsync(HttpClient client, string address)
    {
        using var content = new MemoryStream(await client.GetByteArrayAsync(address, Cancellation));
        using var book = SpreadsheetDocument.Open(content, isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>()
            .Select(row => string.Join('|', row.Descendants<Cell>().Select(cell => cell.InnerText)))];
    }
}

/// <summary>One of the lists: where it stands, and a column that says which row is which.</summary>
/// <param name="Reader">Reads it and takes no lists out.</param>
public sealed record MatterList(
    string Address, string Caption, string Heading, string? ExportTo = null, string Suffix = "",
    string Filter = "namn=Radhus", Role Reader = Role.MedicallyResponsible)
{
    /// <summary>What its workbook is called.</summary>
    public string Book { get; init; } = Caption;

    public string Narrowed => $"{Address}?{Filter}";

    public string ExportAddress => ExportTo ?? $"{Address}/excel";
}
