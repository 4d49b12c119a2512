using Oversight.Settings;
using static Oversight.Core.Tests.SettingsChecks.ValidSettings;

namespace Oversight.Core.Tests.SettingsChecks;

/// <summary>What must hold of the rules for positions on a report to IVO.</summary>
public class IvoSettingsRulesTests
{
    public static TheoryData<string, MunicipalitySettings> Wrong => new()
    {
        { "ivo: []: regler för anmälan till IVO saknas", Valid with { IvoRules = [] } },
        {
            "ivo: [0].validFrom: två regler börjar gälla samma dag; ivo: [1].validFrom: två regler börjar gälla samma "
                + "dag",
            Valid with { IvoRules = Valid.IvoRules.Again() }
        },
        { "ivo: [0].seriousSeverity: ska vara 1–4", With(rules => rules with { SeriousSeverity = 0 }) },
        { "ivo: [0].seriousSeverity: ska vara 1–4", With(rules => rules with { SeriousSeverity = 5 }) },
        {
            "ivo: [0].workingDays: ska vara minst 1; ivo: [0].remindWorkingDaysBefore: ska vara färre än dagarna för "
                + "ställningstagandet",
            With(rules => rules with { WorkingDays = 0 })
        },
        {
            "ivo: [0].remindWorkingDaysBefore: ska vara färre än dagarna för ställningstagandet",
            With(rules => rules with { RemindWorkingDaysBefore = 5 })
        },
        {
            "ivo: [0].remindWorkingDaysBefore: ska vara färre än dagarna för ställningstagandet",
            With(rules => rules with { RemindWorkingDaysBefore = -1 })
        },
        { "ivo: [0].substituteWorkingDays: ska vara minst 1", With(rules => rules with { SubstituteWorkingDays = 0 }) },
        { "ivo: [0].decider: en människa beslutar", With(rules => rules with { Decider = Role.System }) },
        {
            "ivo: [0].substitute: ersättaren ska vara en annan roll än den som beslutar",
            With(rules => rules with { Substitute = Role.System })
        },
        {
            "ivo: [0].substitute: ersättaren ska vara en annan roll än den som beslutar",
            With(rules => rules with { Substitute = Role.UnitManager })
        },
        { "ivo: [0].delegationPoint: delegationspunkten saknas", With(rules => rules with { DelegationPoint = " " }) },
        { "ivo: [0].referralPoint: delegationspunkten saknas", With(rules => rules with { ReferralPoint = "" }) },
        { "ivo: [0].dutyLaw: lagrummet saknas", With(rules => rules with { DutyLaw = "" }) },
        { "ivo: [0].authority: myndighetens namn saknas", With(rules => rules with { Authority = " " }) },
        { "ivo: [0].address: adressen saknas", With(rules => rules with { Address = [] }) },
        {
            "ivo: [0].licensableServices: en insats är okänd",
            With(rules => rules with { LicensableServices = [new("hemtjanst"), new("okand")] })
        },
        {
            "codes/ivo-grounds: []: ingen grund är märkt 'finding'",
            Valid with
            {
                CodeLists =
                [
                    .. Valid.CodeLists.Select(list => list.Name == CodeLists.IvoGrounds
                        ? new CodeList(list.Name, [Code("brister", "law")])
                        : list),
                ],
            }
        },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void One_wrong_thing_is_one_problem_at_its_place(string problems, MunicipalitySettings settings) =>
        Problems(settings).ShouldBe(problems.Split("; "));

    [Fact]
    public void What_is_just_within_the_bounds_is_right()
    {
        Problems(With(rules => rules with
        {
            SeriousSeverity = 1,
            WorkingDays = 1,
            SubstituteWorkingDays = 1,
            LicensableServices = [new("hemtjanst")],
        })).ShouldBeEmpty();
        Problems(With(rules => rules with { RemindWorkingDaysBefore = 4 })).ShouldBeEmpty();
    }

    [Fact]
    public void The_rules_in_force_are_the_newest_that_have_begun()
    {
        var newer = Valid.IvoRules[0] with { ValidFrom = new DateOnly(2027, 1, 1), WorkingDays = 3 };
        var settings = Valid with { IvoRules = [newer, Valid.IvoRules[0]] };
        settings.IvoRulesOn(new DateOnly(2026, 12, 31)).WorkingDays.ShouldBe(5);
        settings.IvoRulesOn(new DateOnly(2027, 1, 1)).WorkingDays.ShouldBe(3);
        Should.Throw<InvalidOperationException>(() => settings.IvoRulesOn(From.AddDays(-1)));
    }

    private static MunicipalitySettings With(Func<IvoRules, IvoRules> change) =>
        Valid with { IvoRules = Valid.IvoRules.WithFirst(change) };

    private static IEnumerable<string> Problems(MunicipalitySettings settings) =>
        SettingsRules.Check(settings).Select(problem => $"{problem.Part}: {problem.Field}: {problem.Text}");
}
