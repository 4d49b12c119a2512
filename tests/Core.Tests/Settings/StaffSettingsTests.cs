using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.Settings;

/// <summary>How long it is known who works here, and for how long their rights are known well enough.</summary>
public class StaffSettingsTests
{
    private static readonly DateOnly Today = new(2027, 1, 18);

    private static readonly StaffRules Rules = new()
    {
        ValidFrom = new DateOnly(2015, 1, 1),
        ForgottenAfterDays = 90,
        LettersPauseAfterDays = 14,
    };

    [Fact]
    public void A_person_is_known_and_gets_letters_to_the_last_day_and_no_longer()
    {
        Rules.ForgottenBefore(Today).ShouldBe(Today.AddDays(-90));
        Rules.MayGetLetter(Today.AddDays(-14), Today).ShouldBeTrue();
        Rules.MayGetLetter(Today.AddDays(-15), Today).ShouldBeFalse();
    }

    [Fact]
    public void Good_rules_are_good_what_contradicts_itself_is_told_and_a_set_may_have_none()
    {
        Problems().ShouldBeEmpty();
        Problems(Rules).ShouldBeEmpty();
        Problems(Rules, Rules).ShouldContain("staff: [0].validFrom: två regler börjar gälla samma dag");
        Problems(Rules with { ForgottenAfterDays = 0 })
            .ShouldContain("staff: [0].forgottenAfterDays: ska vara minst 1");
        Problems(Rules with { LettersPauseAfterDays = 91 }).ShouldHaveSingleItem()
            .ShouldStartWith("staff: [0].lettersPauseAfterDays");
        (Valid with { StaffRules = [] }).StaffRulesOn(Today).ShouldBeNull();
        (Valid with { StaffRules = [Rules] }).StaffRulesOn(Today).ShouldBe(Rules);
    }

    private static List<string> Problems(params IReadOnlyList<StaffRules> rules) =>
        [.. SettingsRules.Check(Valid with { StaffRules = rules }).Select(problem => problem.ToString())];
}
