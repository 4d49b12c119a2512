using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Documents.Html;
using Oversight.Functions.Documents.Word;
using Oversight.Functions.Tests.Settings;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Tests.Documents;

/// <summary>
/// What stands around a document: coat of arms, page number, address block, who signs, numbered attachments.
/// </summary>
public sealed class LetterheadTests : IDisposable
{
    private const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static readonly Document Plain = DocumentExamples.Full;
    private static readonly Document WithArms = Plain with
    {
        Head = Plain.Head with
        { Letterhead = Plain.Head.Letterhead! with { Arms = new DocumentImage(Png, 1, 1, "Nacka kommun, vapen") } },
    };

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Every_page_in_Word_has_its_number_and_how_many_there_are()
    {
        using var word = Open(Plain);
        word.MainDocumentPart!.HeaderParts.Count().ShouldBe(2);
        foreach (var header in word.MainDocumentPart.HeaderParts.Select(part => part.Header))
        {
            header.Descendants<W.SimpleField>().Select(field => field.Instruction!.Value)
                .ShouldBe(["PAGE", "NUMPAGES"]);
            header.InnerText.ShouldEndWith("1 (1)");
        }

        word.MainDocumentPart.Document.Descendants<W.TitlePage>().ShouldHaveSingleItem();
    }

    [Fact]
    public void The_coat_of_arms_stands_first_in_Word_and_without_one_the_name_does()
    {
        using var plain = Open(Plain);
        First(plain).Header.InnerText.ShouldStartWith("Nacka kommun");
        First(plain).ImageParts.ShouldBeEmpty();
        using var word = Open(WithArms);
        var picture = First(word).Header.Descendants<D.Inline>().ShouldHaveSingleItem();
        picture.DocProperties!.Description!.Value.ShouldBe("Nacka kommun, vapen");
        picture.Extent!.Cx!.Value.ShouldBe(picture.Extent.Cy!.Value, "The picture keeps its shape.");
        using var content = First(word).ImageParts.ShouldHaveSingleItem().GetStream();
        using var read = new MemoryStream();
        content.CopyTo(read);
        Convert.ToBase64String(read.ToArray()).ShouldBe(Png);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_address_block_stands_at_the_foot_of_the_first_page_in_Word()
    {
        using var word = Open(Plain);
        var id = word.MainDocumentPart!.Document.Descendants<W.FooterReference>()
            .Single(foot => foot.Type! == W.HeaderFooterValues.First).Id!.Value!;
        ((FooterPart)word.MainDocumentPart.GetPartById(id)).Footer.Elements<W.Paragraph>()
            .Select(line => line.InnerText)
            .ShouldBe(["Nacka kommun", "131 81 Nacka"]);
    }

    [Fact]
    [Trait("Requirement", "R112")]
    public void Those_who_sign_have_name_title_and_unit()
    {
        using var word = Open(Plain);
        var signed = word.MainDocumentPart!.Document.Descendants<W.Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Signature").Last();
        signed.Descendants<W.Text>().Select(line => line.Text)
            .ShouldBe(["Förnamn Efternamn", "Enhetschef", "Omsorgsenheten, Socialnämnden"]);
    }

    [Fact]
    [Trait("Requirement", "R111")]
    public async Task Attachments_are_numbered_and_dated_and_those_stored_as_texts_are_read()
    {
        using var word = Open(Plain);
        var numbering = word.MainDocumentPart!.NumberingDefinitionsPart!.Numbering;
        var item = word.MainDocumentPart.Document.Descendants<W.Paragraph>()
            .Single(paragraph => paragraph.InnerText == "Riskanalys, 2027-02-01");
        var list = numbering.Elements<W.NumberingInstance>()
            .Single(instance =>
                instance.NumberID! == item.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
        numbering.Elements<W.AbstractNum>().Single(shape => shape.AbstractNumberId! == list.AbstractNumId!.Val!.Value)
            .Descendants<W.LevelText>().Single().Val!.Value.ShouldBe("Bilaga %1:");
        (await HtmlAsync(Plain)).QuerySelectorAll(".attachments li").Select(line => line.TextContent)
            .ShouldBe(["Bilaga 1: Riskanalys, 2027-02-01", "Bilaga 2: Metod"]);
        var stored = Encoding.UTF8.GetString(DocumentModelJson.Write(Plain))
            .Replace("{\"title\":\"Metod\"}", "\"Metod\"", StringComparison.Ordinal);
        stored.ShouldContain(",\"Metod\"]");
        DocumentModelJson.Read(Encoding.UTF8.GetBytes(stored)).ShouldBe(Plain);
    }

    [Fact]
    public async Task The_page_has_arms_or_name_and_address_and_is_printed_with_page_numbers()
    {
        var page = await HtmlAsync(WithArms);
        page.QuerySelector(".letterhead img")!.GetAttribute("src").ShouldBe($"data:image/png;base64,{Png}");
        page.QuerySelector(".letterhead img")!.GetAttribute("alt").ShouldBe("Nacka kommun, vapen");
        (await HtmlAsync(Plain)).QuerySelector(".letterhead .municipality")!.TextContent.ShouldBe("Nacka kommun");
        page.QuerySelectorAll(".letterhead address div").Select(line => line.TextContent)
            .ShouldBe(["Nacka kommun", "131 81 Nacka"]);
        var style = page.QuerySelector("style")!.TextContent;
        style.ShouldContain("counter(page) \" (\" counter(pages) \")\"");
        style.ShouldContain("tr { break-inside: avoid; }");
        style.ShouldContain("thead { display: table-header-group; }");
    }

    [Fact]
    public void A_picture_in_the_settings_folder_is_the_coat_of_arms_of_the_boards_that_name_it()
    {
        using var folder = SettingsFolder.CopyOfNacka();
        File.WriteAllBytes(Path.Combine(folder.Path, "vapen.png"), Convert.FromBase64String(Png));
        folder.Edit("document-heads.json", heads => heads[0]!["arms"] = "vapen.png");
        var settings = folder.Read().Settings;
        var head = settings.HeadOf(settings.DocumentHeads[0].Board, "Brev", new DateOnly(2027, 1, 1),
            DocumentStatus.Established, isDraft: false);
        head.Letterhead!.Arms.ShouldBe(new DocumentImage(Png, 1, 1, "Nacka kommun, vapen"));
        settings.HeadOf(settings.DocumentHeads[1].Board, "Brev", new DateOnly(2027, 1, 1), DocumentStatus.Established,
            isDraft: false)
            .Letterhead!.Arms.ShouldBeNull();
    }

    [Fact]
    public void A_picture_that_is_missing_or_is_none_is_refused()
    {
        using var folder = SettingsFolder.CopyOfNacka();
        folder.Edit("document-heads.json", heads => heads[0]!["arms"] = "vapen.png");
        folder.Problems().ShouldContain("document-heads.json: [0].arms: bilden 'vapen.png' finns inte i mappen");
        folder.Write("vapen.png", "GIF89a är ingen bild som dokument kan bära.");
        folder.Problems().ShouldContain("vapen.png: ska vara en PNG-bild på högst 200 kB");
    }

    private static WordprocessingDocument Open(Document document) =>
        WordprocessingDocument.Open(new MemoryStream(WordRenderer.Render(document)), isEditable: false);

    private static HeaderPart First(WordprocessingDocument word) => (HeaderPart)word.MainDocumentPart!.GetPartById(
        word.MainDocumentPart.Document.Descendants<W.HeaderReference>()
            .Single(head => head.Type! == W.HeaderFooterValues.First).Id!.Value!);

    private async Task<AngleSharp.Dom.IDocument> HtmlAsync(Document document) =>
        await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(
            await new HtmlDocumentRenderer(_services, _services.GetRequiredService<ILoggerFactory>()).RenderAsync(
                document)));
}
