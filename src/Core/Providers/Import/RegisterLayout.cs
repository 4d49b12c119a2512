namespace Oversight.Providers.Import;

/// <summary>
/// Takes away what a spreadsheet leaves around the cells: empty columns and rows, and how headings are laid out.
/// </summary>
internal static class RegisterLayout
{
    public static RegisterTable Tidy(RegisterTable table)
    {
        var filled = table.Lines.Where(line => !line.IsBlank).ToList();
        var kept = Enumerable.Range(0, table.Headers.Count)
            .Where(at => !TypedText.IsBlank(table.Headers[at])
                || filled.Exists(line => at < line.Cells.Count && !TypedText.IsBlank(line.Cells[at])))
            .ToList();
        return new RegisterTable(
            [.. kept.Select(at => TypedText.Fold(table.Headers[at]))],
            [.. filled.Select(line => line with { Cells = Cells(line, kept, table.Headers.Count) })]);
    }

    /// <summary>Cells of kept columns; filled ones beyond the last heading stay, so that they are reported.</summary>
    private static List<string> Cells(RegisterLine line, List<int> kept, int columns)
    {
        var last = line.Cells.Count;
        while (last > columns && TypedText.IsBlank(line.Cells[last - 1]))
            last--;
        return [.. kept.TakeWhile(at => at < last).Select(at => line.Cells[at]),
            .. line.Cells.Take(last).Skip(columns)];
    }
}
