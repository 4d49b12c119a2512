using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Oversight.Documents;
using Oversight.Functions.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Tests.Documents;

public class WordRendererTests
{
    public static TheoryData<string> Examples => ["full", "hostile", "bare"];

    [Theory, MemberData(nameof(Examples))]
    public void No_table_is_without_a_header_row_and_none_is_there_for_the_layout(string example)
    {
        var document = Example(example);
        using var word = Open(WordRenderer.Render(document));
        var tables = word.MainDocumentPart!.Document.Descendants<W.Table>().ToList();
        tables.Count.ShouldBe(document.Blocks.Count(block => block is Block.Table or Block.BarChart or Block.Matrix));
        tables.ShouldAllBe(table => table.Elements<W.TableRow>().First().Descendants<W.TableHeader>().Any());
        tables.ShouldAllBe(table => table.Descendants<W.TableLook>().Single().FirstRow!.Value);
    }

    [Theory]
    [InlineData(typeof(Block.Table))]
    [InlineData(typeof(Block.BarChart))]
    [InlineData(typeof(Block.Matrix))]
    public void In_a_document_without_headings_the_captions_are_its_headings(Type kind)
    {
        using var bare = Open(WordRenderer.Render(DocumentExamples.WithoutHeadings(kind)));
        Texts(bare, "Heading1").ShouldHaveSingleItem().ShouldBe(DocumentExamples.Caption(kind));
        Texts(bare, "Caption").ShouldBeEmpty();
        using var full = Open(WordRenderer.Render(DocumentExamples.Full));
        Texts(full, "Caption").ShouldContain(DocumentExamples.Caption(kind));
    }

    [Theory, MemberData(nameof(Examples))]
    public void The_file_is_valid_Open_XML(string example)
    {
        using var word = Open(WordRenderer.Render(Example(example)));
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Equal_documents_give_equal_bytes() =>
        WordRenderer.Render(DocumentExamples.Full).ShouldBe(WordRenderer.Render(DocumentExamples.Full with { }));

    [Fact]
    public void No_entry_of_the_package_tells_when_it_was_made()
    {
        using var zip = new ZipArchive(new MemoryStream(WordRenderer.Render(DocumentExamples.Full)));
        zip.Entries[0].FullName.ShouldBe("[Content_Types].xml");
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
    }

    [Fact]
    public void Headings_are_headings_and_the_title_is_the_title()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        Texts(word, "Title").ShouldBe([DocumentExamples.Full.Title]);
        Texts(word, "Heading1")
            .ShouldBe(["Förslag till beslut", "Sammanfattning", "Verksamheter", "Nästa steg", "Bilagor"]);
        Texts(word, "Heading2").ShouldBe(["Så har vi valt"]);
        Texts(word, "Heading3").ShouldBe(["Undantag"]);
        word.PackageProperties.Title.ShouldBe(DocumentExamples.Full.Title);
        word.PackageProperties.Language.ShouldBe("sv-SE");
        word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<W.Languages>().Single().Val!.Value
            .ShouldBe("sv-SE");
    }

    [Fact]
    public void Decision_points_are_numbered_from_one_in_each_list()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        var numbered = Paragraphs(word, "ListNumber");
        var lists = numbered.GroupBy(point => point.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value)
            .ToList();
        lists.Select(list => list.Select(point => point.InnerText)).ShouldBe(
        [
            ["Socialnämnden fastställer årsplanen.", "Beslutet justeras omedelbart."],
            ["Planen sänds till utförarna."],
            ["Riskanalys, 2027-02-01", "Metod"],
        ]);
        var instances = word.MainDocumentPart!.NumberingDefinitionsPart!.Numbering.Elements<W.NumberingInstance>()
            .ToList();
        foreach (var list in lists.SkipLast(1))
            instances.Single(instance => instance.NumberID! == list.Key).Descendants<W.StartOverrideNumberingValue>()
                .Single().Val!.Value.ShouldBe(1);
    }

    [Fact]
    public void A_table_has_a_repeated_header_row_a_description_and_its_cells()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        var table = Table(word, "Planerade granskningar");
        var rows = table.Elements<W.TableRow>().ToList();
        rows[0].Descendants<W.TableHeader>().ShouldHaveSingleItem();
        rows.Skip(1).ShouldAllBe(row => !row.Descendants<W.TableHeader>().Any());
        Cells(rows[0]).ShouldBe(["Verksamhet", "Kvartal", "Antal kunder"]);
        Cells(rows[2]).ShouldBe(["Ledsagning & avlösning i öst", "3", "41"]);
        rows[1].Descendants<W.Justification>().Last().Val!.Value.ShouldBe(W.JustificationValues.Right);
        table.Descendants<W.TableDescription>().Single().Val!.Value.ShouldBe("Planerade granskningar");
    }

    [Fact]
    public void No_column_breaks_a_word_beside_a_column_of_long_texts()
    {
        var reasons = string.Join(' ', Enumerable.Repeat("synpunkter från flera handläggare", 8));
        var document = new Document(DocumentExamples.Head, "T",
        [
            new Block.Table("Smala", [new("Plats"), new("Riskklass"), new("Poäng"), new("Skäl"), new("Tid")],
                [["1", "Förhöjd risk", "10,41", reasons, "oktober–december 2027"]]),
        ]);
        using var word = Open(WordRenderer.Render(document));
        var widths = Table(word, "Smala").Descendants<W.GridColumn>()
            .Select(column => int.Parse(column.Width!.Value!, null)).ToList();
        widths.Sum().ShouldBeInRange(9250, 9298);
        // In twentieths of a point, for 9.5 points of the widest typeface that a text processor falls back on.
        widths[0].ShouldBeGreaterThan("Plats".Length * 130);
        widths[1].ShouldBeGreaterThan("Riskklass".Length * 130);
        widths[2].ShouldBeGreaterThan("Poäng".Length * 130);
        widths[4].ShouldBeGreaterThan("oktober–december".Length * 115);
        widths[3].ShouldBe(widths.Max());
    }

    [Fact]
    public void No_name_stands_alone_on_a_page_after_a_table()
    {
        var document = new Document(
            DocumentExamples.Head, "T", [new Block.Table("Sist", [new("A"), new("B")], [["1", "2"], ["3", "4"]])])
        {
            Signatories = [new Signatory("Kvalitetsutvecklare", "Förnamn Efternamn", "Omsorgsenheten")],
        };
        using var word = Open(WordRenderer.Render(document));
        var rows = Table(word, "Sist").Elements<W.TableRow>().ToList();
        rows[^1].Descendants<W.Paragraph>().ShouldAllBe(cell => cell.ParagraphProperties!.KeepNext != null);
        rows[^2].Descendants<W.Paragraph>().ShouldAllBe(cell => cell.ParagraphProperties!.KeepNext == null);
        var name = Paragraphs(word, "Signature").Single();
        ((W.Paragraph)name.PreviousSibling()!).ParagraphProperties!.KeepNext.ShouldNotBeNull();
    }

    [Fact]
    public void A_bar_chart_has_its_values_beside_bars_of_their_length()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        var rows = Table(word, "Synpunkter per kvalitetsområde").Elements<W.TableRow>().Skip(1).ToList();
        rows.Select(row => Cells(row)[1]).ShouldBe(["18", "7,5", "0"]);
        var missing = rows.Select(row => row.Descendants<W.Indentation>().FirstOrDefault()?.Right?.Value).ToList();
        missing[0].ShouldBe("0");
        int.Parse(missing[1]!, null).ShouldBeGreaterThan(1000);
        missing[2].ShouldBeNull();
    }

    [Fact]
    public void A_matrix_says_in_words_what_its_shade_says()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        var row = Table(word, "Riskmatris").Elements<W.TableRow>().ElementAt(1);
        Cells(row).ShouldBe(["4", "2 höga", "1 högst"]);
        row.Descendants<W.Shading>().Select(shade => shade.Fill!.Value).Distinct().Count().ShouldBe(2);
    }

    [Fact, Trait("Requirement", "R1")]
    public void The_head_has_its_facts_and_says_that_the_number_is_missing()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        var head = string.Join('\n', Texts(word, "HeadFact"));
        foreach (var fact in (string[])["Årsplan", "Dnr saknas", "2027-03-01", "Socialnämnden", "Gruppchef kvalitet",
            "Arbetsmaterial, utkast"])
            head.ShouldContain(fact);
        Texts(word, "Mark").ShouldBe(["Utkast", "Sekretess enligt 26 kap. 1 § OSL. Socialnämnden, 2027-03-01."]);
        word.MainDocumentPart!.HeaderParts.Count(
            part => part.Header.InnerText.Contains("UTKAST", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void The_page_is_A4()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Full));
        var size = word.MainDocumentPart!.Document.Descendants<W.PageSize>().Single();
        (size.Width!.Value, size.Height!.Value).ShouldBe((11906u, 16838u));
    }

    [Fact]
    public void The_page_lies_down_for_a_table_of_many_columns()
    {
        var wide = new Block.Table("Bred", [.. "abcdef".Select(c => new Column($"{c}"))],
            [["1", "2", "3", "4", "5", "6"]]);
        using var word = Open(WordRenderer.Render(new Document(DocumentExamples.Head, "T", [wide])));
        var size = word.MainDocumentPart!.Document.Descendants<W.PageSize>().Single();
        (size.Width!.Value, size.Height!.Value).ShouldBe((16838u, 11906u));
        size.Orient!.Value.ShouldBe(W.PageOrientationValues.Landscape);
        Table(word, "Bred").Descendants<W.GridColumn>().Sum(column => int.Parse(column.Width!.Value!, null))
            .ShouldBeInRange(14200, 14230);
    }

    [Fact]
    public void Script_in_a_text_is_text()
    {
        using var word = Open(WordRenderer.Render(DocumentExamples.Hostile));
        Texts(word, "Title").ShouldBe([DocumentExamples.Script]);
        Texts(word, "Heading1").ShouldContain(DocumentExamples.Script);
    }

    private static Document Example(string name) => name switch
    {
        "full" => DocumentExamples.Full,
        "hostile" => DocumentExamples.Hostile,
        _ => new Document(DocumentExamples.Head, "", []),
    };

    private static WordprocessingDocument Open(byte[] file) =>
        WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static List<W.Paragraph> Paragraphs(WordprocessingDocument word, string style) =>
        [.. word.MainDocumentPart!.Document.Descendants<W.Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)];

    private static IEnumerable<string> Texts(WordprocessingDocument word, string style) =>
        Paragraphs(word, style).Select(p => p.InnerText);

    private static W.Table Table(WordprocessingDocument word, string caption) =>
        word.MainDocumentPart!.Document.Descendants<W.Table>()
            .Single(table => table.Descendants<W.TableCaption>().Single().Val!.Value == caption);

    private static List<string> Cells(W.TableRow row) =>
        [.. row.Elements<W.TableCell>().Select(cell => cell.InnerText)];
}
