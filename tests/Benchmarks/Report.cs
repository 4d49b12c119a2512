namespace Oversight.Benchmarks;

/// <summary>Tables of what was measured, and notes below them.</summary>
internal sealed class Report
{
    private readonly List<(string Title, List<string[]> Lines)> _tables = [];
    private readonly List<string> _notes = [];

    /// <summary>The application, the same bare calls, and how they compare.</summary>
    public void Add(string what, string application, string bare, string compared, string aim, bool holds) => Add(
        "Beside bare calls", ["what", "application", "bare", "compared", "aim", "holds"],
        [what, application, bare, compared, aim, holds ? "yes" : "NO"]);

    public void Add(string table, string[] head, string[] line)
    {
        if (_tables.All(known => known.Title != table))
            _tables.Add((table, [head]));
        _tables.Single(known => known.Title == table).Lines.Add(line);
        Console.WriteLine($"{table}: {string.Join(" | ", line)}");
    }

    public void Note(string text)
    {
        Console.WriteLine(text);
        _notes.Add(text);
    }

    public void Print()
    {
        foreach (var (title, lines) in _tables)
        {
            var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))
                .ToList();
            Console.WriteLine();
            Console.WriteLine(title);
            Write(lines[0]);
            Write([.. widths.Select(width => new string('-', width))]);
            lines.Skip(1).ToList().ForEach(Write);

            void Write(string[] line) =>
                Console.WriteLine(
                    "| " + string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
        }

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
