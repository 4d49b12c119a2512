using DocumentFormat.OpenXml;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>The page: A4, its running head and its numbers.</summary>
internal static class WordPage
{
    /// <summary>Room for text between the margins, in twentieths of a point.</summary>
    public const int TextWidth = Width - (2 * Margin);
    private const int Width = 11906;
    private const int Height = 16838;
    private const int Margin = 1304;

    public static W.Header Header(Document document) => new(WordText.Paragraph(WordStyles.Header, document.RunningHead()));

    public static W.Footer Footer(Document document)
    {
        var line = WordText.Paragraph(
            WordStyles.Footer, document.Title,
            new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = TextWidth }));
        line.Append(
            new W.Run(new W.TabChar()),
            new W.Run(new W.Text("Sida ") { Space = SpaceProcessingModeValues.Preserve }),
            new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = "PAGE" },
            new W.Run(new W.Text(" av ") { Space = SpaceProcessingModeValues.Preserve }),
            new W.SimpleField(new W.Run(new W.Text("1"))) { Instruction = "NUMPAGES" });
        return new W.Footer(line);
    }

    public static W.SectionProperties Section(string headerId, string footerId) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = headerId },
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footerId },
        new W.PageSize { Width = Width, Height = Height },
        new W.PageMargin { Top = 1418, Bottom = 1304, Left = Margin, Right = Margin, Header = 624, Footer = 624, Gutter = 0 });
}
