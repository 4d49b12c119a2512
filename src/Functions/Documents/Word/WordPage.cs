using DocumentFormat.OpenXml;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>The page: A4, its running head and its numbers. Lies down when a table has more columns than stand side by side.</summary>
internal sealed class WordPage
{
    private const int ShortSide = 11906;
    private const int LongSide = 16838;
    private const int Margin = 1304;
    private const int MostUprightColumns = 5;
    private readonly bool _isLying;

    private WordPage(bool isLying) => _isLying = isLying;

    /// <summary>Room for text between the margins, in twentieths of a point.</summary>
    public int TextWidth => (_isLying ? LongSide : ShortSide) - (2 * Margin);

    public static WordPage For(Document document) =>
        new(document.Blocks.OfType<Block.Table>().Any(table => table.Columns.Count > MostUprightColumns));

    public static W.Header Header(Document document) =>
        new(WordText.Paragraph(WordStyles.Header, document.RunningHead()));

    public W.Footer Footer(Document document)
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

    public W.SectionProperties Section(string headerId, string footerId) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = headerId },
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footerId },
        _isLying
            ? new W.PageSize { Width = LongSide, Height = ShortSide, Orient = W.PageOrientationValues.Landscape }
            : new W.PageSize { Width = ShortSide, Height = LongSide },
        new W.PageMargin
        {
            Top = 1418,
            Bottom = 1304,
            Left = Margin,
            Right = Margin,
            Header = 624,
            Footer = 624,
            Gutter = 0
        });
}
