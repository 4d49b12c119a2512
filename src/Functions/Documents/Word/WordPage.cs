using DocumentFormat.OpenXml;
using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// The page: A4, its running head and its numbers. Lies down when a table has more columns than stand side by side.
/// </summary>
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

    public W.Header Header(Document document) =>
        new(Numbered(WordStyles.Header, WordText.Runs(document.RunningHead())));

    public static W.Footer Footer(Document document) => new(WordText.Paragraph(WordStyles.Footer, document.Title));

    /// <summary>A line that ends with the page's number and how many there are: "1 (4)".</summary>
    public W.Paragraph Numbered(string style, IEnumerable<OpenXmlElement> line)
    {
        var numbered = WordText.Paragraph(
            style, "", new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = TextWidth }));
        numbered.Append(line);
        numbered.Append(
            new W.Run(new W.TabChar()), Field("PAGE"),
            new W.Run(new W.Text(" (") { Space = SpaceProcessingModeValues.Preserve }), Field("NUMPAGES"),
            new W.Run(new W.Text(")")));
        return numbered;
    }

    /// <summary>The program that opens the file works out the number; what stands in it until then is 1.</summary>
    private static W.SimpleField Field(string instruction) =>
        new(new W.Run(new W.Text("1"))) { Instruction = instruction };

    public W.SectionProperties Section(SectionIds ids) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = ids.Header },
        new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = ids.FirstHeader },
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = ids.Footer },
        new W.FooterReference { Type = W.HeaderFooterValues.First, Id = ids.FirstFooter },
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
        },
        new W.TitlePage());
}

/// <summary>The relationships of a section's heads and feet; the first page has its own.</summary>
internal sealed record SectionIds(string Header, string FirstHeader, string Footer, string FirstFooter);
