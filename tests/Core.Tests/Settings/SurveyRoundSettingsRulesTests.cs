using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

/// <summary>What must hold of the rules for the yearly avtalsenkät.</summary>
public class SurveyRoundSettingsRulesTests
{
    public static TheoryData<string, MunicipalitySettings> Wrong => new()
    {
        { "survey-rounds: []: regler för avtalsenkäten saknas", Valid with { SurveyRoundRules = [] } },
        {
            "survey-rounds: [0].set: det finns inga frågor med koden 'annat'",
            With(rules => rules with { Set = new("annat") })
        },
        { "survey-rounds: [0].startMonth: ska vara 1–12", With(rules => rules with { StartMonth = 13 }) },
        { "survey-rounds: [0].startDay: ska vara 1–28", With(rules => rules with { StartDay = 29 }) },
        { "survey-rounds: [0].leastDays: ska vara minst 1", With(rules => rules with { LeastDays = 0 }) },
        {
            "survey-rounds: [0].answerDays: ska vara minst lika många som leastDays",
            With(rules => rules with { LeastDays = 36 })
        },
        {
            "survey-rounds: [0].promptDaysBefore: ska vara minst 1 och färre än dagarna för svaret",
            With(rules => rules with { PromptDaysBefore = 35 })
        },
        { "survey-rounds: [0].correctionDays: ska vara minst 1", With(rules => rules with { CorrectionDays = 0 }) },
        { "survey-rounds: [0].judgeWorkingDays: ska vara minst 1", With(rules => rules with { JudgeWorkingDays = 0 }) },
        {
            "survey-rounds: [0].minutesPerQuestion: ska vara mer än 0",
            With(rules => rules with { MinutesPerQuestion = 0 })
        },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_contradicts_itself_is_found(string problem, MunicipalitySettings settings) =>
        string.Join("; ", SettingsRules.Check(settings).Select(found => $"{found.Part}: {found.Field}: {found.Text}"))
            .ShouldBe(problem);

    [Fact]
    public void Two_rules_never_begin_on_the_same_day() =>
        SettingsRules.Check(Valid with { SurveyRoundRules = Valid.SurveyRoundRules.Again() }).Count.ShouldBe(2);

    [Fact]
    public void The_newest_rules_that_have_begun_are_in_force()
    {
        var newer = Valid.SurveyRoundRules[0] with { ValidFrom = new(2027, 1, 1), AnswerDays = 60 };
        var settings = Valid with { SurveyRoundRules = [newer, Valid.SurveyRoundRules[0]] };
        settings.SurveyRoundRulesOn(new(2026, 12, 31)).AnswerDays.ShouldBe(35);
        settings.SurveyRoundRulesOn(new(2027, 1, 1)).AnswerDays.ShouldBe(60);
    }

    private static MunicipalitySettings With(Func<SurveyRoundRules, SurveyRoundRules> change) =>
        Valid with { SurveyRoundRules = Valid.SurveyRoundRules.WithFirst(change) };
}
