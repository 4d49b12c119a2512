using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>Charts as shaded tables: the data is the chart, and nothing is lost without colour or sight.</summary>
internal static class WordCharts
{
    private const int BarWidth = 3600;
    private const int ValueWidth = 1700;
    private const int CellMargins = 216;
    private const string BarColor = "2B6C8F";

    public static W.Table Render(Block.BarChart chart, WordPage page)
    {
        int[] widths = [page.TextWidth - ValueWidth - BarWidth, ValueWidth, BarWidth];
        IEnumerable<W.TableRow> rows =
        [
            WordTables.HeaderRow(
                [chart.LabelHeading, chart.ValueHeading, DocumentWords.BarColumn], widths,
                [ColumnAlignment.Start, ColumnAlignment.End, ColumnAlignment.Start]),
            .. chart.Bars.Select(bar => WordTables.Row(
            [
                WordTables.Cell(bar.Label, widths[0], ColumnAlignment.Start),
                WordTables.Cell(bar.Text(), widths[1], ColumnAlignment.End),
                BarCell(chart.Largest == 0 ? 0 : bar.Value / chart.Largest),
            ])),
        ];
        return WordTables.Frame(chart.Caption, widths, rows);
    }

    public static W.Table Render(Block.Matrix matrix, WordPage page)
    {
        var columns = matrix.ColumnLabels.Count;
        var widths = ColumnWidths.OfMatrix(matrix, page.TextWidth);
        ColumnAlignment[] alignments = [ColumnAlignment.Start, .. Enumerable.Repeat(ColumnAlignment.Center, columns)];
        IEnumerable<W.TableRow> rows =
        [
            WordTables.HeaderRow(
                [$"{matrix.RowAxis} \\ {matrix.ColumnAxis}", .. matrix.ColumnLabels], widths, alignments),
            .. matrix.Cells.Select((row, i) => WordTables.Row(
            [
                WordTables.Cell(matrix.RowLabels[i], widths[0], ColumnAlignment.Start),
                .. row.Select((cell, j) => WordTables.Cell(
                    cell.Text, widths[j + 1], ColumnAlignment.Center, ShadeColors.Of(cell.Shade))),
            ])),
        ];
        return WordTables.Frame(matrix.Caption, widths, rows);
    }

    /// <summary>
    /// A bar is the shade of an empty paragraph, drawn in from the right by what it lacks to the largest.
    /// </summary>
    private static W.TableCell BarCell(decimal share)
    {
        if (share == 0)
            return WordTables.Cell("", BarWidth, ColumnAlignment.Start);
        var missing = (int)((1 - share) * (BarWidth - CellMargins));
        return new W.TableCell(
            WordTables.CellProperties(BarWidth),
            WordText.Paragraph(
                WordStyles.Cell, "", WordTables.Fill(BarColor),
                new W.Indentation { Left = "0", Right = $"{missing}" }));
    }
}
