namespace Oversight.Settings;

internal static class PlanningSettingsRules
{
    private const string Part = "planning";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.PlanningRules.Count > 0, Part, "[]", "regler för årsplanen saknas");
        foreach (var (rules, index) in settings.PlanningRules.Select((rules, index) => (rules, index)))
        {
            problems.Require(
                settings.PlanningRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, Part,
                $"[{index}].validFrom", "två regler börjar gälla samma dag");
            CheckDay(rules.Draft, $"[{index}].draft", problems);
            CheckDay(rules.Latest, $"[{index}].latest", problems);
            CheckDay(rules.PeriodStart, $"[{index}].periodStart", problems);
            problems.Require(rules.PresentedInMonth is >= 1 and <= 12, Part, $"[{index}].presentedInMonth",
                "ska vara 1-12");
            problems.Require(rules.ReviewsPerQuarter.Count == 4, Part, $"[{index}].reviewsPerQuarter",
                "ska ha fyra tal, ett per kvartal");
            problems.Require(rules.ReviewsPerQuarter.All(count => count >= 0), Part, $"[{index}].reviewsPerQuarter",
                "antal granskningar kan inte vara negativt");
            foreach (var unannounced in rules.UnannouncedClasses)
            {
                problems.Require(
                    settings.RiskModels.All(model => model.Classes.Any(known => known.Id == unannounced)), Part,
                    $"[{index}].unannouncedClasses", $"riskklassen '{unannounced}' finns inte i alla riskmodeller");
            }

            problems.Require(InOrder(rules.Draft, rules.Latest), Part, $"[{index}].draft",
                "utkastet ska göras före den senaste dagen");
            problems.Require(InOrder(rules.Latest, rules.PeriodStart), Part, $"[{index}].latest",
                "planen ska vara klar före periodens början");
        }

        if (settings.PlanningRules.Count > 0)
        {
            var first = settings.PlanningRules.MinBy(rules => rules.ValidFrom)!;
            problems.Require(
                SettingsRules.HoldsFrom(first.ValidFrom, first.FirstPlanYear), Part, "[].firstPlanYear",
                "reglerna gäller inte från det första planåret");
        }
    }

    private static void CheckDay(DayOfYear day, string field, List<SettingsProblem> problems) => problems.Require(
        day.Month is >= 1 and <= 12 && day.Day >= 1
            && day.Day <= DateTime.DaysInMonth(2025, Math.Clamp(day.Month, 1, 12)),
        Part, field, $"{day.Day}/{day.Month} är inte en dag som finns varje år");

    private static bool InOrder(DayOfYear earlier, DayOfYear later) =>
        (earlier.Month, earlier.Day).CompareTo((later.Month, later.Day)) < 0;
}
