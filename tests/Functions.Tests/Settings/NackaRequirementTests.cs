using Oversight.Functions.Settings;
using Oversight.Local.Host;
using Oversight.Settings;

namespace Oversight.Functions.Tests.Settings;

/// <summary>What Nacka's reviews can judge, read from the settings as they are shipped.</summary>
public sealed class NackaRequirementTests
{
    private static readonly MunicipalitySettings Nacka = SettingsReader.Read(
        SettingsReader.ReadFolder(Path.Combine(new LocalHostOptions().Root, "settings", "nacka"))).Settings;

    private static IReadOnlyList<Requirement> All => Nacka.ReviewRulesOn(new DateOnly(2027, 1, 15)).Requirements;

    [Theory]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R16")]
    [Trait("Requirement", "R17")]
    [InlineData("sol")]
    [InlineData("lss")]
    public void A_review_can_judge_something_in_every_quality_area_of_the_act(string act)
    {
        var areas = Nacka.Codes(CodeLists.QualityAreas).Codes
            .Where(area => area.Marks is not { Count: > 0 } marks || marks.Contains(act)).Select(area => area.Id);
        areas.Except(For(act).Select(requirement => requirement.Area)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("R7", "sol", "trygg", "likvärdigt", "delaktig", "bestämmer", "integritet")]
    [InlineData("R8", "hsl", "lika villkor", "värdighet", "störst behov", "förebygga ohälsa", "god kvalitet")]
    [InlineData("R10", "sol", "ledningssystem", "riskanalyser", "egenkontroller", "avvikelser")]
    [InlineData("R11", "sol", "säkrar och utvecklar själv sin kvalitet")]
    [InlineData("R14", "hsl", "habilitering", "rehabilitering", "hjälpmedel")]
    [InlineData("R17", "lss", "utgår från vad kunden behöver", "samma möjligheter", "trygg")]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R11")]
    [Trait("Requirement", "R14")]
    [Trait("Requirement", "R17")]
    public void The_criteria_of_the_guideline_stand_among_what_is_judged(
        string requirement, string act, params string[] words)
    {
        var judged = string.Join('\n', For(act).Select(each => each.Text));
        words.Where(word => !judged.Contains(word, StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty(requirement);
    }

    [Fact]
    [Trait("Requirement", "R6")]
    public void Every_requirement_says_where_it_stands() =>
        All.Where(requirement => string.IsNullOrWhiteSpace(requirement.Source)).ShouldBeEmpty();

    private static IEnumerable<Requirement> For(string act) =>
        All.Where(requirement => requirement.Acts.Count == 0 || requirement.Acts.Contains(act));
}
