using System.Text.RegularExpressions;

namespace Oversight.Functions.Tests.Web;

/// <summary>
/// Words that people stumbled on, and what stands in their place. Read from the sources: what a page says is written
/// there, in the settings, or in what the municipality has written itself.
/// </summary>
public partial class WordTests
{
    /// <summary>What is not to stand, and why.</summary>
    private static readonly Dictionary<string, string> Banned = new()
    {
        ["flertalet rapportörer"] = "few are flera",
        ["enstaka rapportörer"] = "one person is en",
        ["inom ännu inte bedömd"] = "no Swedish",
        ["svarar mot filtret"] = "stämmer med urvalet",
        ["Mer att ange"] = "says what may be added",
        ["Just den dagen"] = "Exakt dag",
        ["Väg in"] = "Registrerad via",
        ["\"Skriv en text.\""] = "Beskriv vad som har hänt",
        ["Vi når inte lagringen"] = "Systemet svarar inte just nu",
        ["\"reason\", \"Varför?\""] = "one word for one thing: Motivering",
        ["\"reason\", \"Skäl\""] = "one word for one thing: Motivering",
        ["Why(\"Varför?\""] = "one word for one thing: Motivering",
        ["Why(\"Skäl\""] = "one word for one thing: Motivering",
    };

    private static readonly string Root = FindRoot();

    [Fact]
    public void Nothing_that_people_read_has_a_word_that_they_stumbled_on()
    {
        var found =
            from file in Sources()
            let text = File.ReadAllText(file)
            from word in Banned
            where text.Contains(word.Key, StringComparison.OrdinalIgnoreCase)
            select $"{Path.GetRelativePath(Root, file)}: {word.Key} ({word.Value})";

        found.ShouldBeEmpty();
    }

    [Fact]
    public void No_number_of_four_digits_or_more_stands_in_a_text_without_its_blank()
    {
        var found =
            from file in Sources().Where(file => !file.EndsWith(".json", StringComparison.Ordinal))
            from Match match in Ungrouped().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Root, file)}: {match.Value}";

        found.ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src/Functions", "settings" }
            .Select(folder => Path.Combine(Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".json"
                && !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)
                    .Any(folder => folder is "obj" or "bin"));

    [GeneratedRegex(@"(?<![\d.\-])\d{4,} (tecken|rader|synpunkter|enheter|filer)")]
    private static partial Regex Ungrouped();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "oversight-functions.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
