using Oversight.Documents;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// Shares the width of the page among columns: first room for the longest word of each, so that no word is broken, then
/// bit by bit to the column whose longest text takes the most lines. Widths in twentieths of a point.
/// </summary>
internal static class ColumnWidths
{
    // Of the table's text in a wide typeface: where the document's own is missing, another takes its place.
    private const int Letter = 118;
    private const int BoldLetter = 134;
    private const int Margins = 230;
    private const int Bit = 60;

    public static int[] Of(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, int page)
    {
        var columns = headings.Select((heading, i) => (string[])[heading, .. rows.Select(row => row[i])]).ToList();
        var widths = columns
            .Select(texts => Math.Max(LongestWord(texts[0], BoldLetter), texts.Max(text => LongestWord(text, Letter))))
            .ToArray();
        var longest = columns.Select(texts => texts.Max(text => text.Length * Letter)).ToArray();
        for (var left = page - widths.Sum(); left >= Bit; left -= Bit)
        {
            var tallest = 0;
            for (var i = 1; i < widths.Length; i++)
            {
                if (longest[i] * (widths[tallest] - Margins) > longest[tallest] * (widths[i] - Margins))
                    tallest = i;
            }

            widths[tallest] += Bit;
        }

        var sum = widths.Sum();
        return [.. widths.Select(width => (int)((long)page * width / sum))];
    }

    /// <summary>The first column by its words, the others alike.</summary>
    public static int[] OfMatrix(Block.Matrix matrix, int page)
    {
        var first = matrix.RowLabels.Append(matrix.RowAxis).Append(matrix.ColumnAxis)
            .Max(text => LongestWord(text, BoldLetter));
        var others = (page - first) / matrix.ColumnLabels.Count;
        return [first, .. Enumerable.Repeat(others, matrix.ColumnLabels.Count)];
    }

    private static int LongestWord(string text, int letter) =>
        (text.Split((char[]?)null).Max(word => word.Length) * letter) + Margins;
}
