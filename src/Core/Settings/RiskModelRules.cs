namespace Oversight.Settings;

/// <summary>
/// What must hold of a risk model for its results to be explainable: levels that rise, weights that cannot lower risk.
/// </summary>
internal static class RiskModelRules
{
    private const string Part = "risk-models";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.RiskModels.Count > 0, Part, "[]", "riskmodellen saknas");
        foreach (var (model, index) in settings.RiskModels.Select((model, index) => (model, index)))
        {
            problems.Require(
                settings.RiskModels.Count(other => other.ValidFrom == model.ValidFrom) == 1, Part,
                $"[{index}].validFrom", "två modeller börjar gälla samma dag");
            CheckWeights(model, $"[{index}]", problems);
            CheckSeverity(settings, model.Severity, $"[{index}].severity", problems);
            CheckLikelihood(model.Likelihood, $"[{index}].likelihood", problems);
            CheckClasses(model.Classes, $"[{index}].classes", problems);
            problems.Require(
                settings.CodeLists.Any(list => list.Name == CodeLists.QualityAreas
                    && list.Codes.Any(code => code.Id == model.ManagerChange.Area)),
                Part, $"[{index}].managerChange.area", $"kvalitetsområdet '{model.ManagerChange.Area}' finns inte");
            if (model.Surveys is { } surveys)
                CheckSurveys(settings, surveys, $"[{index}].surveys", problems);
        }

        if (settings.RiskModels.Count > 0 && settings.PlanningRules.Count > 0)
        {
            var firstYear = settings.PlanningRules.Min(rules => rules.FirstPlanYear);
            problems.Require(
                SettingsRules.HoldsFrom(settings.RiskModels.Min(model => model.ValidFrom), firstYear), Part,
                "[].validFrom", "ingen modell gäller från det första planåret");
        }
    }

    private static void CheckWeights(RiskModel model, string at, List<SettingsProblem> problems)
    {
        problems.Require(model.UnassessedWeight is >= 0 and <= 1, Part, $"{at}.unassessedWeight",
            "ska vara mellan 0 och 1");
        problems.Require(model.MaxConcernsPerReporter >= 1, Part, $"{at}.maxConcernsPerReporter", "ska vara minst 1");
        problems.Require(model.MaxAgeDays is >= 1 and <= 36500, Part, $"{at}.maxAgeDays",
            "ska vara mellan 1 och 36500");
        problems.Require(
            model.ManagerChange is { SeverityPoints: >= 0, LikelihoodPoints: >= 0 }, Part, $"{at}.managerChange",
            "poängen kan inte vara negativa");
    }

    private static void CheckSurveys(
        MunicipalitySettings settings, SurveyRule rule, string at, List<SettingsProblem> problems)
    {
        problems.Require(
            settings.CodeLists.Any(list => list.Name == CodeLists.QualityAreas
                && list.Codes.Any(code => code.Id == rule.Area)),
            Part, $"{at}.area", $"kvalitetsområdet '{rule.Area}' finns inte");
        problems.Require(rule.MaxAgeDays >= 1, Part, $"{at}.maxAgeDays", "ska vara minst 1");
        problems.Require(rule.ClaimedWeight is >= 0 and <= 1, Part, $"{at}.claimedWeight", "ska vara mellan 0 och 1");
        problems.Require(rule.MostCounted >= 1, Part, $"{at}.mostCounted", "ska vara minst 1");
        problems.Require(
            rule is { SilenceSeverity: >= 0, SilenceLikelihood: >= 0, ReplySeverity: >= 0, ReplyLikelihood: >= 0 },
            Part, at, "poängen kan inte vara negativa");
    }

    private static void CheckSeverity(
        MunicipalitySettings settings, SeverityRules severity, string at, List<SettingsProblem> problems)
    {
        problems.Require(severity.HalfLifeDays >= 1, Part, $"{at}.halfLifeDays", "ska vara minst 1");
        problems.Require(
            severity.PointsBySeverity.Count == 4 && Rising(severity.PointsBySeverity)
                && severity.PointsBySeverity.All(points => points > 0),
            Part, $"{at}.pointsBySeverity", "ska vara fyra stigande tal över 0");
        problems.Require(severity.CountedConcerns >= 1, Part, $"{at}.countedConcerns", "ska vara minst 1");
        problems.Require(severity.NextShare is >= 0 and <= 1, Part, $"{at}.nextShare", "ska vara mellan 0 och 1");
        CheckLevels(severity.Levels, $"{at}.levels", problems);
        var known = settings.CodeLists.FirstOrDefault(list => list.Name == CodeLists.ConcernConsequences)?.Codes ?? [];
        foreach (var code in known)
        {
            problems.Require(
                severity.Consequences.Count(weight => weight.Consequence == code.Id) == 1, Part, $"{at}.consequences",
                $"konsekvensen '{code.Id}' ska ha en vikt");
        }

        foreach (var weight in severity.Consequences)
        {
            problems.Require(known.Any(code => code.Id == weight.Consequence), Part, $"{at}.consequences",
                $"konsekvensen '{weight.Consequence}' finns inte");
            problems.Require(
                weight is { Points: >= 0, AssumedSeverity: >= 1 and <= 4 }, Part, $"{at}.consequences",
                $"'{weight.Consequence}' ska ha poäng från 0 och allvarlighet 1-4");
        }
    }

    private static void CheckLikelihood(LikelihoodRules likelihood, string at, List<SettingsProblem> problems)
    {
        problems.Require(likelihood.HalfLifeDays >= 1, Part, $"{at}.halfLifeDays", "ska vara minst 1");
        problems.Require(likelihood.ExpectedPer100CustomersAndYear >= 0, Part, $"{at}.expectedPer100CustomersAndYear",
            "kan inte vara negativt");
        problems.Require(likelihood.Shrinkage > 0, Part, $"{at}.shrinkage", "ska vara större än 0");
        problems.Require(likelihood.SmallestCustomers >= 1, Part, $"{at}.smallestCustomers", "ska vara minst 1");
        problems.Require(
            likelihood is { PointsPerFurtherReporter: >= 0, PointsPerFurtherMonth: >= 0, MaxFurtherMonths: >= 0 }, Part,
            at, "poäng per rapportör och månad och antal månader kan inte vara negativa");
        CheckLevels(likelihood.Levels, $"{at}.levels", problems);
    }

    private static void CheckLevels(IReadOnlyList<decimal> levels, string at, List<SettingsProblem> problems) =>
        problems.Require(levels.Count == 3 && Rising(levels) && levels.All(level => level > 0), Part, at,
            "ska vara tre stigande tal över 0, för nivå 2, 3 och 4");

    private static void CheckClasses(IReadOnlyList<RiskClass> classes, string at, List<SettingsProblem> problems)
    {
        problems.Require(classes.Count == 4, Part, at, "ska vara fyra klasser");
        problems.Require(classes.Count > 0 && classes[0].FromProduct == 1, Part, at,
            "den första klassen ska börja på 1");
        problems.Require(Rising([.. classes.Select(item => (decimal)item.FromProduct)]), Part, at,
            "klasserna ska stiga");
        problems.Require(classes.Select(item => item.Id).Distinct().Count() == classes.Count, Part, at,
            "en klass finns mer än en gång");
        problems.Require(classes.All(item => item.FromProduct <= 16 && !string.IsNullOrWhiteSpace(item.Name)), Part, at,
            "varje klass behöver ett namn och nås av högst 16");
    }

    private static bool Rising(IReadOnlyList<decimal> values) =>
        values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
