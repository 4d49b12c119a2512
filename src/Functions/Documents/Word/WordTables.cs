using Oversight.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// Tables with a header row that is repeated on every page, and a description for those who do not see them.
/// </summary>
internal static class WordTables
{
    public static W.Table Render(Block.Table table, WordPage page)
    {
        var widths = ColumnWidths.Of([.. table.Columns.Select(column => column.Heading)], table.Rows, page.TextWidth);
        IEnumerable<W.TableRow> rows =
        [
            HeaderRow([.. table.Columns.Select(column => column.Heading)], widths,
                [.. table.Columns.Select(column => column.Alignment)]),
            .. table.Rows.Select(
                row => Row(row.Select((text, i) => Cell(text, widths[i], table.Columns[i].Alignment)))),
        ];
        return Frame(table.Caption, widths, rows);
    }

    public static W.Table Frame(string description, IReadOnlyList<int> widths, IEnumerable<W.TableRow> rows) => new(
    [
        new W.TableProperties(
            new W.TableStyle { Val = WordStyles.Grid },
            new W.TableWidth { Width = $"{widths.Sum()}", Type = W.TableWidthUnitValues.Dxa },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableLook
            {
                Val = "0620",
                FirstRow = true,
                LastRow = false,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            },
            new W.TableCaption { Val = DocumentText.Clean(description) },
            new W.TableDescription { Val = DocumentText.Clean(description) }),
        new W.TableGrid(widths.Select(width => new W.GridColumn { Width = $"{width}" })),
        .. rows,
    ]);

    public static W.TableRow HeaderRow(IReadOnlyList<string> headings, IReadOnlyList<int> widths,
        IReadOnlyList<ColumnAlignment> alignments) => new(
    [
        new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()),
        .. headings.Select((heading, i) => new W.TableCell(
            CellProperties(widths[i]),
            WordText.Paragraph(WordStyles.CellHeading, heading, Justify(alignments[i])))),
    ]);

    public static W.TableRow Row(IEnumerable<W.TableCell> cells) =>
        new([new W.TableRowProperties(new W.CantSplit()), .. cells]);

    public static W.TableCell Cell(string text, int width, ColumnAlignment alignment, string? fill = null) =>
        new(CellProperties(width, fill), WordText.Paragraph(WordStyles.Cell, text, Justify(alignment)));

    public static W.TableCellProperties CellProperties(int width, string? fill = null)
    {
        var properties = new W.TableCellProperties(
            new W.TableCellWidth { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa });
        if (fill is not null)
            properties.AppendChild(Fill(fill));
        return properties;
    }

    public static W.Shading Fill(string color) =>
        new() { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = color };

    private static W.Justification Justify(ColumnAlignment alignment) => new()
    {
        Val = alignment switch
        {
            ColumnAlignment.Center => W.JustificationValues.Center,
            ColumnAlignment.End => W.JustificationValues.Right,
            _ => W.JustificationValues.Left,
        },
    };
}
