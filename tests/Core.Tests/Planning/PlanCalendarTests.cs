using FsCheck.Xunit;
using Oversight.Core.Tests.RiskAnalyses;
using Oversight.Planning;
using Oversight.Settings;
using static Oversight.Core.Tests.Plans.TestPlans;

namespace Oversight.Core.Tests.Plans;

[Trait("Requirement", "R55")]
public class PlanCalendarTests
{
    private static readonly BoardId Elderly = new("aldrenamnden");

    private static readonly MunicipalitySettings Settings =
        new("Nacka kommun", [new Board(TestRisk.SocialBoard, "Socialnämnden"), new Board(Elderly, "Äldrenämnden")], [])
        {
            Meetings = Meetings,
            RiskModels = [TestRisk.Model],
            PlanningRules = [Rules],
            DocumentHeads = [],
            Limits = new Limits(1, 1, 1, 1, 1, 1, 1, 1, 1),
            AgreementForms = [],
            Register = new RegisterSettings(0, 90),
            TriggeredReviewRules = [],
            SanctionRules = [],
            ReviewRules = [],
            IvoRules = [],
            Surveys = [],
            SurveyRoundRules = [],
        };

    [Fact]
    public void Both_boards_are_drafted_on_the_first_of_February() =>
        PlanCalendar.Due(new DateOnly(2027, 1, 31), new DateOnly(2027, 2, 1), Settings)
            .Select(duty => (duty.Board, duty.Year, duty.Kind))
            .ShouldBe([(Elderly, 2027, PlanDutyKind.Draft), (TestRisk.SocialBoard, 2027, PlanDutyKind.Draft)]);

    [Fact]
    public void The_version_to_present_is_due_at_handlingsstopp_and_on_the_first_of_March_at_the_latest() =>
        PlanCalendar.Due(new DateOnly(2027, 2, 2), new DateOnly(2027, 12, 31), Settings)
            .ShouldBe([new(new DateOnly(2027, 2, 22), TestRisk.SocialBoard, 2027, PlanDutyKind.PrepareForMeeting),
                new(new DateOnly(2027, 3, 1), Elderly, 2027, PlanDutyKind.PrepareForMeeting)]);

    [Fact]
    public void A_year_without_a_calendar_has_its_latest_day() =>
        PlanCalendar.Due(new DateOnly(2030, 2, 2), new DateOnly(2030, 12, 31), Settings).Select(duty => duty.Day)
            .Distinct().ShouldBe([new DateOnly(2030, 3, 1)]);

    [Fact]
    public void The_first_year_of_the_rules_has_a_plan_and_the_one_before_has_none()
    {
        PlanCalendar.Due(new DateOnly(2018, 12, 31), new DateOnly(2019, 2, 1), Settings).Count.ShouldBe(2);
        PlanCalendar.Due(new DateOnly(2017, 12, 31), new DateOnly(2018, 12, 31), Settings).ShouldBeEmpty();
    }

    [Property]
    public bool Days_taken_one_by_one_or_in_leaps_ask_for_the_same(byte[] leaps)
    {
        var start = new DateOnly(2026, 11, 21);
        var end = start.AddDays(leaps.Sum(leap => leap));
        var duties = new List<PlanDuty>();
        var day = start;
        foreach (var leap in leaps)
        {
            duties.AddRange(PlanCalendar.Due(day, day.AddDays(leap), Settings));
            day = day.AddDays(leap);
        }

        return duties.SequenceEqual(PlanCalendar.Due(start, end, Settings));
    }

    [Fact]
    public void The_daily_run_remembers_the_last_day_and_forgets_no_later_one()
    {
        var state = DailyRunDecider.Evolve(DailyRunDecider.Initial,
            new DailyRunEvent.Completed(new DateOnly(2027, 2, 3)));

        DailyRunDecider.Decide(state, new DailyRunCommand.Complete(new DateOnly(2027, 2, 3)),
            At(TestRisk.Today, Role.System))
            .ShouldBeOfType<Decision<DailyRunEvent>.Accepted>().Events.ShouldBeEmpty();
        DailyRunDecider.Decide(state, new DailyRunCommand.Complete(new DateOnly(2027, 2, 4)),
            At(TestRisk.Today, Role.System))
            .ShouldBeOfType<Decision<DailyRunEvent>.Accepted>().Events
            .ShouldBe([new DailyRunEvent.Completed(new DateOnly(2027, 2, 4))]);
    }
}
