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
            CheckChoice(rules.Choice, $"[{index}].choice", problems);
            foreach (var standing in rules.Standing)
            {
                CheckDay(standing.From, $"[{index}].standing", problems);
                CheckDay(standing.Until, $"[{index}].standing", problems);
                problems.Require(
                    standing.From == standing.Until || InOrder(standing.From, standing.Until), Part,
                    $"[{index}].standing", "den sista dagen kan inte ligga före den första");
                problems.Require(
                    standing.Method is not FollowUpMethod.Review and not FollowUpMethod.Findings, Part,
                    $"[{index}].standing", "granskningar och uppföljning av brister väljs, de står inte här");
            }

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

    private static void CheckChoice(PlanChoiceRules choice, string at, List<SettingsProblem> problems)
    {
        problems.Require(choice.DaysPerQuarter.Count == 4, Part, $"{at}.daysPerQuarter",
            "ska ha fyra tal, ett per kvartal");
        problems.Require(choice.DaysPerQuarter.All(days => days is >= 0 and <= PlanChoiceLimits.MostDays), Part,
            $"{at}.daysPerQuarter", $"ska vara mellan 0 och {PlanChoiceLimits.MostDays} dagar");
        problems.Require(
            choice.ReviewDays is [{ FromCustomers: 0 }, ..] && choice.ReviewDays.All(size => size.Days >= 1)
                && choice.ReviewDays.Zip(choice.ReviewDays.Skip(1))
                    .All(pair => pair.First.FromCustomers < pair.Second.FromCustomers),
            Part, $"{at}.reviewDays", "ska börja på 0 kunder, stiga och vara minst en dag");
        problems.Require(choice.LongestYears is >= 1 and <= PlanChoiceLimits.MostYears, Part, $"{at}.longestYears",
            $"ska vara mellan 1 och {PlanChoiceLimits.MostYears} år");
        problems.Require(choice.NewWithinMonths is >= 1 and <= 12 * PlanChoiceLimits.MostYears, Part,
            $"{at}.newWithinMonths", "ska vara minst en månad");
        problems.Require(
            choice is { MinimumShare: >= 0, RandomShare: >= 0 } && choice.MinimumShare + choice.RandomShare <= 1, Part,
            at, "andelarna kan inte vara negativa och inte tillsammans mer än hela kapaciteten");
    }

    private static void CheckDay(DayOfYear day, string field, List<SettingsProblem> problems) => problems.Require(
        day.Month is >= 1 and <= 12 && day.Day >= 1
            && day.Day <= DateTime.DaysInMonth(2025, Math.Clamp(day.Month, 1, 12)),
        Part, field, $"{day.Day}/{day.Month} är inte en dag som finns varje år");

    private static bool InOrder(DayOfYear earlier, DayOfYear later) =>
        (earlier.Month, earlier.Day).CompareTo((later.Month, later.Day)) < 0;
}

/// <summary>Bounds of what a municipality may say about the choice of reviews.</summary>
public static class PlanChoiceLimits
{
    /// <summary>In a quarter.</summary>
    public const int MostDays = 1000;

    /// <summary>Between two reviews of an agreement.</summary>
    public const int MostYears = 10;
}
