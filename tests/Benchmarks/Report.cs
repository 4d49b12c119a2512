namespace Oversight.Benchmarks;

/// <summary>One line for each thing that is measured: the application, the same bare calls, and how they compare.</summary>
internal sealed class Report
{
    private readonly List<string[]> _lines = [["what", "application", "bare", "compared", "aim", "holds"]];
    private readonly List<string> _notes = [];

    public void Add(string what, string application, string bare, string compared, string aim, bool holds) =>
        _lines.Add([what, application, bare, compared, aim, holds ? "yes" : "NO"]);

    public void Note(string text)
    {
        Console.WriteLine(text);
        _notes.Add(text);
    }

    public void Print()
    {
        var widths = Enumerable.Range(0, _lines[0].Length).Select(column => _lines.Max(line => line[column].Length)).ToList();
        Console.WriteLine();
        foreach (var line in _lines)
            Console.WriteLine("| " + string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
        Console.WriteLine();
        _notes.ForEach(Console.WriteLine);
    }
}

internal static class Figures
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static string Spread(this IReadOnlyList<double> values) => $"{values.Min():0.##}-{values.Max():0.##}";
}
