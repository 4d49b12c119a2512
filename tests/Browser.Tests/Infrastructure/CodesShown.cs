using System.Text.Json;
using Microsoft.Playwright;

namespace Oversight.Browser.Tests.Infrastructure;

/// <summary>Codes that stand on a page where people expect their texts.</summary>
internal static class CodesShown
{
    /// <summary>Only codes that are no words of Swedish: with a hyphen, or in camelCase.</summary>
    private static readonly string[] Codes =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "settings", "nacka", "codes"), "*.json")
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
            .Select(code => code.GetProperty("id").GetString()!)
            .Where(code => code.Contains('-', StringComparison.Ordinal) && code is not "lex-sarah")
            .Concat(
            [
                "noFurtherAction", "nextDialogue", "askProvider", "proposeTriggeredReview", "awaitingDecision",
                "toStart", "awaitingPlan", "planApproved", "socialnamnden",
                "aldrenamnden", "qualityDeveloper", "caseOfficer",
            ])
            .Distinct(),
    ];

    /// <summary>What callers of the API are told is codes; a page about that is about them.</summary>
    public static async Task<IReadOnlyList<string>> OnAsync(IPage page) =>
        new Uri(page.Url).AbsolutePath.StartsWith("/api", StringComparison.Ordinal)
            ? []
            : await page.EvaluateAsync<string[]>(
                """
                codes => {
                  const text = document.querySelector('main')?.innerText ?? '';
                  const words = new Set(text.split(/[\s,;:()”"]+/).map(word => word.replace(/\.$/, '')));
                  return codes.filter(code => words.has(code));
                }
                """,
                Codes);
}
