namespace Oversight.Core.Tests;

public sealed class LineLengthTests
{
    private const int Columns = 120;
    private static readonly string[] Folders = ["src", "local", "tests"];

    [Fact]
    public void No_line_of_code_is_longer_than_120_columns()
    {
        var files = Folders.SelectMany(ArchitectureTests.Sources)
            .Where(file => Path.GetExtension(file) == ".cs").ToList();

        files.Count.ShouldBeGreaterThan(500);
        files.SelectMany(TooLong).ShouldBeEmpty();
    }

    /// <summary>What stands in a raw string is text of another kind, such as HTML, and keeps its lines.</summary>
    private static IEnumerable<string> TooLong(string file)
    {
        var isRaw = false;
        foreach (var (at, line) in File.ReadLines(file).Index())
        {
            var quotes = line.Split("\"\"\"").Length - 1;
            if (line.Length > Columns && !isRaw && quotes == 0)
                yield return $"{Path.GetRelativePath(ArchitectureTests.Root, file)}:{at + 1}";
            isRaw ^= quotes % 2 == 1;
        }
    }
}
