using System.Globalization;
using Oversight.Documents;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Planning;

/// <summary>
/// Every provider in the plan's document: what is common once, then those that have something of their own.
/// </summary>
internal static class PlanFollowUpBlocks
{
    private const int Shown = 20;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static IEnumerable<Block> Of(PlanContent content)
    {
        if (content.Providers.Count == 0)
            yield break;
        var standing = Standing(content);
        yield return new Block.Paragraph(
            $"Planen omfattar {Count(content.Providers.Count)}. Alla möter detta under perioden:");
        yield return new Block.Bullets(
            [.. content.Common.Select(PlanWords.Method), .. standing.Select(PlanWords.Method)]);
        var own = content.Providers.Select(provider => (provider, Methods: Own(provider, standing)))
            .Where(item => item.Methods.Count > 0).ToList();
        if (own.Count == 0)
            yield break;
        yield return new Block.Table(
            "Anordnare och utförare som därutöver följs upp med dialog eller för brister",
            [new Column("Anordnare eller utförare"), new Column("Uppföljning")],
            [
                .. own.Take(Shown).Select(item => (IReadOnlyList<string>)
                    [item.provider.Name, string.Join(" ", item.Methods.Select(PlanWords.Method))]),
            ]);
        if (own.Count > Shown)
            yield return new Block.Paragraph($"Därutöver {Count(own.Count - Shown)} på samma sätt.");
    }

    /// <summary>The dialogue that is not arranged yet is the same for all that have it.</summary>
    private static IReadOnlyList<PlannedMethod> Standing(PlanContent content) =>
    [
        .. content.Providers.SelectMany(provider => provider.Methods)
            .Where(method => method is { Method: FollowUpMethod.Dialogue, Name: null }).Distinct(),
    ];

    /// <summary>Reviews have a table of their own.</summary>
    private static IReadOnlyList<PlannedMethod> Own(
        ProviderFollowUp provider, IReadOnlyList<PlannedMethod> standing) =>
        [.. provider.Methods.Where(method => method.Method != FollowUpMethod.Review && !standing.Contains(method))];

    private static string Count(int number) =>
        number == 1 ? "en anordnare eller utförare" : $"{number.ToString(Swedish)} anordnare och utförare";
}
