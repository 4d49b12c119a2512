using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>dokumenthuvudet: label above value, four to a row, read from left to right (R1).</summary>
internal static class WordHead
{
    private const int CellsPerRow = 4;

    public static W.Table Table(DocumentHead head, WordPage page)
    {
        int[] widths = [.. Enumerable.Repeat(page.TextWidth / CellsPerRow, CellsPerRow)];
        var rows = head.Facts().Chunk(CellsPerRow).Select(facts => new W.TableRow(
            [new W.TableRowProperties(new W.CantSplit()), .. facts.Select((fact, i) => Cell(fact.Label, fact.Value, widths[i]))]));
        return WordTables.Frame("Dokumenthuvud", widths, headerRow: false, rows);
    }

    private static W.TableCell Cell(string label, string value, int width) => new(
        WordTables.CellProperties(width),
        WordText.Paragraph(WordStyles.HeadLabel, label),
        WordText.Paragraph(WordStyles.HeadValue, value));
}
