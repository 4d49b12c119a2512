using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Oversight.Functions.Documents;

/// <summary>A sheet: a heading for each column, and rows of text, numbers and days.</summary>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>Writes a workbook for Excel. A text is always a text: nothing in it is a formula.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Day = 2;

    /// <summary>Also when somebody edits the cell, or copies it, it stays a text.</summary>
    private const uint Quoted = 3;
    private const uint DayFormat = 14;
    private const double Width = 26;

    public static byte[] Of(IReadOnlyList<Sheet> sheets)
    {
        using var content = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new X.Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            foreach (var (sheet, number) in sheets.Select((sheet, index) => (sheet, (uint)index + 1)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(
                    new Columns(new Column
                    {
                        Min = 1,
                        Max = (uint)sheet.Columns.Count,
                        Width = Width,
                        CustomWidth = true,
                    }),
                    new SheetData(
                    [
                        Row(1, sheet.Columns.Select(column => Text(column, Bold))),
                        .. sheet.Rows.Select((row, index) => Row((uint)index + 2, row.Select(Cell))),
                    ]));
                book.Workbook.Sheets!.Append(
                    new X.Sheet { Id = book.GetIdOfPart(part), SheetId = number, Name = sheet.Name });
            }
        }

        return content.ToArray();
    }

    private static Row Row(uint number, IEnumerable<Cell> cells) => new(cells) { RowIndex = number };

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        int number => new Cell { CellValue = new CellValue(number), DataType = CellValues.Number },
        decimal number => new Cell { CellValue = new CellValue(number), DataType = CellValues.Number },
        DateOnly day => new Cell
        {
            CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate()),
            DataType = CellValues.Number,
            StyleIndex = Day,
        },
        _ => value.ToString() is var text && IsLikeFormula(text!) ? Text(text!, Quoted) : Text(text!, Plain),
    };

    private static bool IsLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..];

    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = style,
    };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { QuotePrefix = true }));
}
