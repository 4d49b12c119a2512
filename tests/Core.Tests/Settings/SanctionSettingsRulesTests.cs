using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

public class SanctionSettingsRulesTests
{
    private static readonly SanctionRules Rules = Valid.SanctionRules[0];
    private static readonly SanctionStep Step = Rules.Ladders[0].Steps[0];

    [Fact]
    public void What_is_wrong_with_a_ladder_is_told()
    {
        Problems([]).ShouldBe(["sanctions: []"]);
        Problems([Rules, Rules]).ShouldBe(["sanctions: [0].validFrom", "sanctions: [1].validFrom"]);
        Problems([Rules with { HearingDays = 0, ApprovalDays = 0, AppealDays = 0 }]).ShouldBe(
            ["sanctions: [0].hearingDays", "sanctions: [0].approvalDays", "sanctions: [0].appealDays"]);
        Problems([Rules with { Ladders = [.. Rules.Ladders.Skip(1)] }]).ShouldBe(["sanctions: [0].ladders"]);
        Of(Rules.Ladders[0] with { Form = "okand" })
            .ShouldBe(["sanctions: [0].ladders", "sanctions: [0].ladders[0].form"]);
        Of(Rules.Ladders[0] with { Steps = [] }).ShouldBe(["sanctions: [0].ladders[0].steps"]);
        Of(Rules.Ladders[0] with { AppealText = " " }).ShouldBe(["sanctions: [0].ladders[0].appealText"]);
        Problems([Rules with { Ladders = [.. Rules.Ladders, Rules.Ladders[0] with { Area = new("okant") }] }])
            .ShouldBe(["sanctions: [0].ladders[4].area"]);
    }

    [Fact]
    public void What_is_wrong_with_a_step_is_told()
    {
        OfStep(Step with { Text = "", Title = "" }).ShouldBe(["text", "title"]);
        OfStep(Step with { Sentence = "varnar" }).ShouldBe(["sentence"]);
        OfStep(Step with { Effect = SanctionEffect.Amount }).ShouldBe(["sentence"], "An amount is told.");
        OfStep(Step with { DecidedBy = Role.UnitManager }).ShouldBe(["delegationPoint"]);
        OfStep(Step with { DecidedBy = Role.System, DelegationPoint = "4.1" }).ShouldBe(["decidedBy"]);
        OfStep(Step with { SeverityFrom = 5, ClaimDays = 0 }).ShouldBe(["severityFrom", "claimDays"]);
        Of(Rules.Ladders[0] with { Steps = [Step, Step] }).ShouldBe(
            ["sanctions: [0].ladders[0].steps[0].id", "sanctions: [0].ladders[0].steps[1].id"]);
    }

    private static IEnumerable<string> OfStep(SanctionStep step) => Of(Rules.Ladders[0] with { Steps = [step] })
        .Select(problem => problem["sanctions: [0].ladders[0].steps[0].".Length..]);

    private static IEnumerable<string> Of(SanctionLadder first) =>
        Problems([Rules with { Ladders = [first, .. Rules.Ladders.Skip(1)] }]);

    private static IEnumerable<string> Problems(SanctionRules[] rules) =>
        SettingsRules.Check(Valid with { SanctionRules = rules })
            .Select(problem => $"{problem.Part}: {problem.Field}");
}
