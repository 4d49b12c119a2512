using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// Renders a document as .docx with real styles, headings and lists. Equal documents give equal bytes.
/// </summary>
public static class WordRenderer
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Render(Document document)
    {
        using var package = new MemoryStream();
        using (var word = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
            Compose(word, document);
        return DeterministicZip.Rewrite(package.ToArray());
    }

    private static void Compose(WordprocessingDocument word, Document document)
    {
        var page = WordPage.For(document);
        // Every part gets its relationship id here: the library's own ids are random.
        var main = word.AddMainDocumentPart();
        word.ChangeIdOfPart(main, "rId1");
        WordProperties.Write(word.AddNewPart<CoreFilePropertiesPart>("rId2"), document);
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Create();
        main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Settings();
        main.AddNewPart<HeaderPart>("rId3").Header = page.Header(document);
        main.AddNewPart<FooterPart>("rId4").Footer = WordPage.Footer(document);
        WordLetterhead.Compose(main.AddNewPart<HeaderPart>("rId6"), document, page);
        main.AddNewPart<FooterPart>("rId7").Footer = WordLetterhead.Foot(document);
        var numbering = new WordNumbering();
        var body = new W.Body(new WordBody(numbering, page).Render(document));
        body.AppendChild(page.Section(new SectionIds("rId3", "rId6", "rId4", "rId7")));
        main.AddNewPart<NumberingDefinitionsPart>("rId5").Numbering = numbering.Create();
        main.Document = new W.Document(body);
    }

    private static W.Settings Settings() => new(
        new W.Zoom { Percent = "100" },
        new W.DefaultTabStop { Val = 1304 },
        new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new W.ThemeFontLanguages { Val = DocumentWords.Language });
}
