namespace Oversight.Providers.Import;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula (CSV injection): a cell that begins with one of its signs, or
/// already with apostrophes and one of them, gets an apostrophe before it. Reading takes exactly that apostrophe away
/// again.
/// </summary>
public static class CellGuard
{
    private const string FormulaSigns = "=+-@\t\r\n";

    public static string Protect(string cell) => IsTakenForFormula(cell) ? $"'{cell}" : cell;

    public static string Unprotect(string cell) => cell.StartsWith('\'') && IsTakenForFormula(cell) ? cell[1..] : cell;

    private static bool IsTakenForFormula(string cell)
    {
        var rest = cell.AsSpan().TrimStart(" '");
        return rest.Length > 0 && FormulaSigns.Contains(rest[0], StringComparison.Ordinal);
    }
}
