namespace Oversight.Core.Tests;

/// <summary>What the compiler does not hold: lines and folders that a reader can take in.</summary>
public sealed class SourceShapeTests
{
    private const int Columns = 120;
    private const int FilesInFolder = 18;
    private static readonly string[] Folders = ["src", "local", "tests"];

    [Fact]
    public void No_line_of_code_is_longer_than_120_columns()
    {
        var files = Folders.SelectMany(ArchitectureTests.Sources)
            .Where(file => Path.GetExtension(file) == ".cs").ToList();

        files.Count.ShouldBeGreaterThan(500);
        files.SelectMany(TooLong).ShouldBeEmpty();
    }

    [Fact]
    public void No_folder_holds_more_files_than_a_dozen_and_a_half()
    {
        var folders = new[] { "src", "local" }.SelectMany(ArchitectureTests.Sources)
            .CountBy(file => Path.GetRelativePath(ArchitectureTests.Root, Path.GetDirectoryName(file)!)).ToList();

        folders.Count.ShouldBeGreaterThan(50);
        folders.Where(folder => folder.Value > FilesInFolder).ShouldBeEmpty();
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
