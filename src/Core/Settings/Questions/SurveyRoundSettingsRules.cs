namespace Oversight.Settings;

/// <summary>What must hold of the rules for the yearly avtalsenkät.</summary>
internal static class SurveyRoundSettingsRules
{
    private const string Part = "survey-rounds";

    public static void Check(MunicipalitySettings settings, List<SettingsProblem> problems)
    {
        problems.Require(settings.SurveyRoundRules.Count > 0, Part, "[]", "regler för avtalsenkäten saknas");
        foreach (var (rules, index) in settings.SurveyRoundRules.Select((rules, index) => (rules, index)))
            Check(settings, rules, $"[{index}]", problems);
    }

    private static void Check(
        MunicipalitySettings settings, SurveyRoundRules rules, string at, List<SettingsProblem> problems)
    {
        Require(settings.SurveyRoundRules.Count(other => other.ValidFrom == rules.ValidFrom) == 1, "validFrom",
            "två regler börjar gälla samma dag");
        Require(settings.Surveys.Any(set => set.Code == rules.Set), "set",
            $"det finns inga frågor med koden '{rules.Set}'");
        Require(rules.StartMonth is >= 1 and <= 12, "startMonth", "ska vara 1–12");
        // Every month has it.
        Require(rules.StartDay is >= 1 and <= 28, "startDay", "ska vara 1–28");
        Require(rules.LeastDays >= 1, "leastDays", "ska vara minst 1");
        Require(rules.AnswerDays >= rules.LeastDays, "answerDays", "ska vara minst lika många som leastDays");
        Require(
            rules.PromptDaysBefore >= 1 && rules.PromptDaysBefore < rules.AnswerDays, "promptDaysBefore",
            "ska vara minst 1 och färre än dagarna för svaret");
        Require(rules.CorrectionDays >= 1, "correctionDays", "ska vara minst 1");
        Require(rules.JudgeWorkingDays >= 1, "judgeWorkingDays", "ska vara minst 1");
        Require(rules.MinutesPerQuestion > 0, "minutesPerQuestion", "ska vara mer än 0");

        void Require(bool holds, string field, string text) => problems.Require(holds, Part, $"{at}.{field}", text);
    }
}
