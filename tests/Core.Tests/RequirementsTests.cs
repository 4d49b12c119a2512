using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Core.Tests;

/// <summary>docs/requirements.md is checked like code.</summary>
public partial class RequirementsTests
{
    private static readonly Requirement[] Rows =
        [.. File.ReadLines(Path.Combine(ArchitectureTests.Root, "docs", "requirements.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => new Requirement(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups[3].Value.Trim(), match.Groups[4].Value.Trim()))];

    [Fact]
    public void Every_requirement_stands_once_in_the_table() =>
        Rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, 117));

    [Fact]
    public void Every_state_is_one_of_three_and_a_partial_one_says_what_is_missing()
    {
        Rows.Where(row => row.State is not ("works" or "partly" or "not yet")).ShouldBeEmpty();
        Rows.Where(row => row.State == "partly" && row.Note.Length < 10).ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_named_as_proof_exists_and_carries_the_number()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, "tests"), "*.cs",
            SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToArray();
        var missing =
            from row in Rows.Where(row => row.State == "works")
            let name = TestName().Match(row.Note).Groups[1].Value
            let source = sources.FirstOrDefault(text => name.Length > 0
                && text.Contains($" {name}(", StringComparison.Ordinal))
            where source is null || !source.Contains($"\"R{row.Number}\"", StringComparison.Ordinal)
            select $"R{row.Number}: {row.Note}";
        missing.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| R(\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?:\w+\.)?(\w+)`")]
    private static partial Regex TestName();

    private sealed record Requirement(int Number, string State, string Note);
}
