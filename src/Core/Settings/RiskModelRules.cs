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
            CheckUsual(model, $"[{index}].usual", problems);
            CheckLikelihood(model, $"[{index}].likelihood", problems);
            CheckClasses(model.Classes, $"[{index}].classes", problems);
            problems.Require(
                settings.CodeLists.Any(list => list.Name == CodeLists.QualityAreas
                    && list.Codes.Any(code => code.Id == model.ManagerChange.Area)),
                Part, $"[{index}].managerChange.area", $"kvalitetsområdet '{model.ManagerChange.Area}' finns inte");
            if (model.Surveys is { } surveys)
                CheckSurveys(settings, surveys, $"[{index}].surveys", problems);
            if (model.Findings is { } findings)
                CheckFindings(findings, $"[{index}].findings", problems);
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
        problems.Require(model.SingleArea is >= 0 and <= 1, Part, $"{at}.singleArea", "ska vara mellan 0 och 1");
        problems.Require(model.MaxAgeDays is >= 1 and <= 36500, Part, $"{at}.maxAgeDays",
            "ska vara mellan 1 och 36500");
        problems.Require(
            model.ManagerChange is { SeverityPoints: >= 0, LikelihoodPoints: >= 0 }, Part, $"{at}.managerChange",
            "poängen kan inte vara negativa");
        problems.Require(
            model.Voice is { Likelihood: > 0, Severity: > 0, PerExpected: >= 0 }, Part, $"{at}.voice",
            "taket för en röst ska vara större än 0 och kan inte sjunka när fler väntas");
        problems.Require(
            model.Evidence is { Concerns: >= 1, Reporters: >= 2, Months: >= 1 }, Part, $"{at}.evidence",
            "starkt underlag kräver minst en synpunkt, två rapportörer och en månad");
        problems.Require(model.EarlyWarning.Times > 1, Part, $"{at}.earlyWarning.times", "ska vara större än 1");
        problems.Require(model.EarlyWarning.RunLengthMonths > 1, Part, $"{at}.earlyWarning.runLengthMonths",
            "ska vara större än 1");
        problems.Require(model.EarlyWarning.LagMonths >= 0, Part, $"{at}.earlyWarning.lagMonths",
            "kan inte vara negativt");
        problems.Require(model.EarlyWarning.AnswerDays >= 1, Part, $"{at}.earlyWarning.answerDays",
            "ska vara minst 1");
        problems.Require(model.JudgedMonths >= 1, Part, $"{at}.judgedMonths", "ska vara minst 1");
    }

    private static void CheckUsual(RiskModel model, string at, List<SettingsProblem> problems)
    {
        var usual = model.Usual;
        problems.Require(usual.WindowDays >= 1 && usual.WindowDays < model.MaxAgeDays, Part, $"{at}.windowDays",
            "ska vara minst 1 och mindre än maxAgeDays");
        problems.Require(usual.ConcernsPer100CustomersAndYear > 0, Part, $"{at}.concernsPer100CustomersAndYear",
            "ska vara större än 0");
        problems.Require(
            usual is { CustomerYears: > 0, Alikeness: > 0, SeverityConcerns: > 0, OwnSeverityConcerns: > 0 }, Part, at,
            "det som lånas av andra ska väga mer än 0");
        problems.Require(usual.SmallestCustomers >= 1, Part, $"{at}.smallestCustomers", "ska vara minst 1");
        problems.Require(
            usual.SeverityShares.Count == 4 && usual.SeverityShares.All(share => share > 0)
                && usual.SeverityShares.Sum() == 1,
            Part, $"{at}.severityShares", "ska vara fyra tal över 0 som tillsammans blir 1");
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

    private static void CheckFindings(FindingRule rule, string at, List<SettingsProblem> problems)
    {
        problems.Require(rule.MaxAgeDays >= 1, Part, $"{at}.maxAgeDays", "ska vara minst 1");
        problems.Require(rule.MostCounted >= 1, Part, $"{at}.mostCounted", "ska vara minst 1");
        problems.Require(
            rule.Severity.Count == 4 && NeverFalling(rule.Severity) && rule.Severity[0] >= 0, Part, $"{at}.severity",
            "ska vara fyra tal från 0 som inte sjunker");
        problems.Require(rule is { Likelihood: >= 0, Overdue: >= 0, Repeated: >= 0 }, Part, at,
            "poängen kan inte vara negativa");
    }

    private static void CheckSeverity(
        MunicipalitySettings settings, SeverityRules severity, string at, List<SettingsProblem> problems)
    {
        problems.Require(
            severity.TimesMore.Count == 4 && NeverFalling(severity.TimesMore) && severity.TimesMore[0] >= 1
                && severity.TimesMore[^1] > 1,
            Part, $"{at}.timesMore", "ska vara fyra tal från 1 som inte sjunker, det sista över 1");
        problems.Require(severity.GraverWeight >= 0, Part, $"{at}.graverWeight", "kan inte vara negativt");
        problems.Require(
            severity.Gravest.Count == 4 && NeverFalling(severity.Gravest) && severity.Gravest[0] >= 0, Part,
            $"{at}.gravest", "ska vara fyra tal från 0 som inte sjunker");
        CheckLevels(severity.Levels, $"{at}.levels", problems);
        var known = settings.CodeLists.FirstOrDefault(list => list.Name == CodeLists.ConcernConsequences)?.Codes ?? [];
        foreach (var code in known)
        {
            problems.Require(
                severity.Consequences.Count(item => item.Consequence == code.Id) == 1, Part, $"{at}.consequences",
                $"konsekvensen '{code.Id}' ska ha en allvarlighet");
        }

        foreach (var item in severity.Consequences)
        {
            problems.Require(known.Any(code => code.Id == item.Consequence), Part, $"{at}.consequences",
                $"konsekvensen '{item.Consequence}' finns inte");
            problems.Require(item.AssumedSeverity is >= 1 and <= 4, Part, $"{at}.consequences",
                $"'{item.Consequence}' ska ha allvarlighet 1-4");
        }
    }

    private static void CheckLikelihood(RiskModel model, string at, List<SettingsProblem> problems)
    {
        var likelihood = model.Likelihood;
        problems.Require(
            likelihood.SuddenDays >= 1 && likelihood.SuddenDays <= model.Usual.WindowDays, Part, $"{at}.suddenDays",
            "ska vara minst 1 och högst windowDays");
        problems.Require(likelihood.Chance > 0, Part, $"{at}.chance", "ska vara större än 0");
        problems.Require(
            likelihood is
            {
                MoreOftenWeight: >= 0, SuddenWeight: >= 0, LongWeight: >= 0, FurtherReporter: >= 0,
                MaxFurtherReporters: >= 0
            },
            Part, at, "vikter, poäng och antal kan inte vara negativa");
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

    private static bool NeverFalling(IReadOnlyList<decimal> values) =>
        values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second);

    private static bool Rising(IReadOnlyList<decimal> values) =>
        values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
