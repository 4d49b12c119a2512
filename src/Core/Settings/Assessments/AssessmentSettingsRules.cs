namespace Oversight.Settings;

/// <summary>Checks <c>assessments.json</c>.</summary>
internal static class AssessmentSettingsRules
{
    private const string Part = "assessments";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        foreach (var (rules, index) in settings.AssessmentRules.Select((rules, index) => (rules, index)))
        {
            problems.Require(
                settings.AssessmentRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, Part,
                $"[{index}].validFrom", "två regler börjar gälla samma dag");
            CheckConsequences(settings, rules, $"[{index}].consequences", problems);
            CheckCategories(settings, rules, $"[{index}].categories", problems);
            if (rules.Together is { } together)
                CheckTogether(together, $"[{index}].together", problems);
        }
    }

    private static void CheckTogether(TogetherRules together, string where, List<SettingsProblem> problems)
    {
        problems.Require(
            together.Most is >= 2 and <= TogetherRules.Ceiling, Part, $"{where}.most",
            $"ska vara 2 till {TogetherRules.Ceiling}");
        problems.Require(
            together.HighestSeverity is >= 1 and <= TogetherRules.GravestForSeveral, Part, $"{where}.highestSeverity",
            $"ska vara 1 till {TogetherRules.GravestForSeveral}: den högsta allvarlighetsgraden bedöms för sig");
    }

    private static void CheckConsequences(
        MunicipalitySettings settings, AssessmentRules rules, string where, List<SettingsProblem> problems)
    {
        foreach (var (start, index) in rules.Consequences.Select((start, index) => (start, index)))
        {
            var at = $"{where}[{index}]";
            Exists(settings, CodeLists.ConcernConsequences, start.Consequence, rules, $"{at}.consequence", problems);
            problems.Require(
                rules.Consequences.Count(other => other.Consequence == start.Consequence) == 1, Part,
                $"{at}.consequence", $"'{start.Consequence}' finns mer än en gång");
            if (start.Kind is { } kind)
                Exists(settings, CodeLists.ConcernKinds, kind, rules, $"{at}.kind", problems);
            problems.Require(
                start.Severity is null or >= 1 and <= AssessmentRules.HighestSeverity, Part, $"{at}.severity",
                "bara 1 och 2 får vara förvalt: vad som är allvarligt bedömer en människa");
            problems.Require(
                start.Outcome is null || AssessmentRules.Outcomes.Contains(start.Outcome), Part, $"{at}.outcome",
                $"ska vara en av {string.Join(", ", AssessmentRules.Outcomes)}");
        }
    }

    private static void CheckCategories(
        MunicipalitySettings settings, AssessmentRules rules, string where, List<SettingsProblem> problems)
    {
        foreach (var (start, index) in rules.Categories.Select((start, index) => (start, index)))
        {
            var at = $"{where}[{index}]";
            Exists(settings, CodeLists.ConcernCategories, start.Category, rules, $"{at}.category", problems);
            problems.Require(
                rules.Categories.Count(other => other.Category == start.Category) == 1, Part, $"{at}.category",
                $"'{start.Category}' finns mer än en gång");
            if (start.Area is { } area)
                Exists(settings, CodeLists.QualityAreas, area, rules, $"{at}.area", problems);
            problems.Require(
                start.Phrases.All(phrase =>
                    !string.IsNullOrWhiteSpace(phrase)
                        && (phrase.Length <= settings.Limits.Reason || settings.Limits.Reason <= 0)),
                Part, $"{at}.phrases", "en fras är tom eller längre än en motivering får vara");
        }
    }

    private static void Exists(
        MunicipalitySettings settings, string list, CodeId code, AssessmentRules rules, string field,
        List<SettingsProblem> problems) => problems.Require(
            settings.CodeLists.FirstOrDefault(codes => codes.Name == list)?.Has(code, rules.ValidFrom) != false, Part,
            field, $"'{code}' finns inte i codes/{list}");
}
