using FsCheck.Xunit;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Waiting;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Referrals;

/// <summary>A person decides by delegation whether IVO is told, within working days, by the law of the day.</summary>
public class IvoPositionTests
{
    private static readonly DateOnly Monday = new(2027, 1, 18);
    private static readonly CodeId Guideline = new("guideline");
    private static readonly CodeId Serious = new("serious");

    private static readonly CodeList Grounds = new("any",
    [
        new Code(Guideline, "guideline", new DateOnly(2015, 1, 1), null, null, ["finding"]),
        new Code(new CodeId("no-licence"), "no licence", new DateOnly(2026, 1, 1), null, null, ["law"]),
        new Code(Serious, "serious", new DateOnly(2026, 1, 1), null, null, ["law", "finding"]),
    ]);

    private static readonly IvoCommand.DecidePosition Yes = new()
    {
        Report = true,
        Ground = Serious,
        Reassessed = false,
        Reason = Text("grave"),
        Name = Text("Elin"),
        Grounds = Grounds,
        Rules = Delegated,
        Longest = 20,
    };

    private static readonly IvoCommand.DecidePosition No = Yes with { Report = false };

    private static readonly IvoCommand.RecordReport Told = new(Monday.AddDays(1), "IVO 12");

    [Fact]
    public void The_last_day_is_five_working_days_later_over_weekends_and_holidays()
    {
        Raised(Monday).Position!.Wait
            .ShouldBe(new IvoWait(Role.UnitManager, Monday.AddDays(7), Monday.AddDays(7)));
        // Maundy Thursday 2027: four days of Easter are none of the five.
        Raised(new DateOnly(2027, 3, 25)).Position!.Wait.Until.ShouldBe(new DateOnly(2027, 4, 5));
        Raised(Monday, rules: Delegated with { RemindWorkingDaysBefore = 2 }).Position!.Wait.RemindOn
            .ShouldBe(Monday.AddDays(3));
    }

    [Property]
    public bool There_are_always_five_working_days_after_the_day_it_was_raised(ushort day)
    {
        var on = new DateOnly(2020, 1, 1).AddDays(day % 7000);
        var until = Raised(on).Position!.Wait.Until;
        return SwedishCalendar.IsWorkingDay(until) && Enumerable.Range(1, until.DayNumber - on.DayNumber)
            .Count(days => SwedishCalendar.IsWorkingDay(on.AddDays(days))) == 5;
    }

    [Theory]
    [InlineData("2025-12-31", true, false, "guideline")]
    [InlineData("2026-01-01", true, true, "serious")]
    [InlineData("2026-01-01", false, false, "guideline")]
    public void Earlier_days_follow_the_earlier_law(string day, bool isLicensable, bool isDuty, string ground)
    {
        var position = Raised(DateOnly.ParseExact(day, "yyyy-MM-dd"), isLicensable).Position!;
        (position.IsDuty, position.Ground.Value).ShouldBe((isDuty, ground));
    }

    [Fact]
    public void A_ground_of_the_law_cannot_be_chosen_for_a_question_from_before_it()
    {
        var state = Raised(new DateOnly(2025, 12, 30));
        Answer(state, Yes, Chief(new DateOnly(2026, 1, 2))).ShouldBe("ground:ivo.unknown-ground");
        Answer(state, No with { Ground = Guideline }, Chief(new DateOnly(2026, 1, 2))).ShouldBe("Decided");
    }

    [Fact]
    public void Where_the_duty_applies_no_is_possible_only_when_the_ground_does_not_hold()
    {
        Answer(Raised(Monday), No).ShouldBe("reassessed:ivo.duty-applies");
        Answer(Raised(Monday), No with { Reassessed = true, Reason = Text(" ") }).ShouldBe("reason:text.missing");
        Answer(Raised(Monday), No with { Reassessed = true }).ShouldBe("Decided");
        Answer(Raised(Monday), Yes with { Reassessed = true }).ShouldBe("reassessed:ivo.ground-holds");
        Answer(Raised(Monday, isLicensable: false), No with { Ground = Guideline }).ShouldBe("Decided");
        Answer(Raised(Monday), Yes with { Report = null, Ground = null })
            .ShouldBe("report:ivo.answer-missing ground:ivo.ground-missing");
    }

    [Fact]
    public void A_decision_names_its_ground_its_role_and_its_point_and_a_no_ends_it()
    {
        var declined = Take(Raised(Monday), No with { Reassessed = true }, Chief());
        declined.Status.ShouldBe(IvoStatus.Declined);
        declined.Position!.Decision.ShouldBe(new IvoDecision(
            Monday, false, true, Serious, Text("grave").Kept, Role.UnitManager, "4.1", Text("Elin").Kept));
        Answer(declined, Yes).ShouldBe("ivo.not-open");
        Answer(declined, Told).ShouldBe("ivo.nothing-to-report");
        IvoAwaiting.Of(declined).ShouldBeOfType<Awaited.Nothing>();
    }

    [Fact]
    public void A_yes_waits_until_IVO_has_been_told()
    {
        var decided = Take(Raised(Monday), Yes, Chief());
        decided.Status.ShouldBe(IvoStatus.ToReport);
        IvoAwaiting.Of(decided).Answers.ShouldHaveSingleItem().What.ShouldBe(IvoAwaiting.Report);
        var later = Chief(Monday.AddDays(1));
        Answer(decided, new IvoCommand.RecordReport(null, " "), later)
            .ShouldBe("reportedOn:ivo.day-missing number:ivo.number-missing");
        Answer(decided, Told with { ReportedOn = Monday.AddDays(2) }, later).ShouldBe("reportedOn:ivo.day-in-future");
        Answer(decided, Told with { ReportedOn = Monday.AddDays(-1) }, later).ShouldBe("reportedOn:ivo.day-too-early");
        Answer(decided, Told with { Number = new string('1', 61) }, later)
            .ShouldBe("number:ivo.number-too-long(61, 60)");
        var told = Take(decided, Told, later);
        (told.Status, told.Position!.Report).ShouldBe((IvoStatus.Reported, new IvoReport(Monday.AddDays(1), "IVO 12")));
        IvoAwaiting.Of(told).ShouldBeOfType<Awaited.Nothing>();
    }

    [Fact]
    public void Whoever_decides_is_reminded_on_the_last_day_and_the_substitute_decides_too_from_the_day_after()
    {
        var (state, last) = (Raised(Monday), Monday.AddDays(7));
        var substitute = As(Role.ProcessOwner, last.AddDays(1));
        Answer(state, new IvoCommand.Remind(), System(last.AddDays(-1))).ShouldBe("");
        IvoAwaiting.Of(state).Due(last).ShouldBe([new DueStep("decision", "remind", last)]);
        state = Take(state, new IvoCommand.Remind(), System(last));
        Answer(state, new IvoCommand.Remind(), System(last)).ShouldBe("");
        Answer(state, new IvoCommand.Escalate(Delegated), System(last)).ShouldBe("");
        Answer(state, Yes, substitute).ShouldBe("ivo.not-the-decider");
        state = Take(state, new IvoCommand.Escalate(Delegated), System(last.AddDays(1)));
        state.Position!.Wait.ShouldBe(new IvoWait(Role.ProcessOwner, last.AddDays(3), last.AddDays(3)));
        Answer(state, new IvoCommand.Escalate(Delegated), System(last.AddDays(9)))
            .ShouldBe("", "It goes to nobody else.");
        Answer(state, Yes, substitute).ShouldBe("Decided");
        Answer(state, Yes, Chief(last.AddDays(1))).ShouldBe("Decided");
        IvoAwaiting.Of(state).Answers.ShouldHaveSingleItem().From.Role.ShouldBe(Role.ProcessOwner);
    }

    [Fact]
    public void Jav_of_whoever_decides_gives_it_to_the_substitute_at_once()
    {
        var declare = new IvoCommand.DeclareConflict(Text("a friend"), Delegated, 20);
        Answer(Raised(Monday), declare, As(Role.QualityDeveloper)).ShouldBe("ivo.not-the-decider");
        Answer(Raised(Monday), declare with { Reason = Text("") }).ShouldBe("reason:text.missing");
        var state = Take(Raised(Monday), declare, Chief());
        Answer(state, Yes).ShouldBe("ivo.in-conflict");
        Answer(state, Yes, As(Role.ProcessOwner)).ShouldBe("Decided");
        Answer(state, Yes, new CommandContext(new Actor("another", Role.UnitManager), default, Monday))
            .ShouldBe("Decided");
        IvoAwaiting.Of(state).Answers.ShouldHaveSingleItem().NotBy.ShouldBe(["chief"]);
        var wait = state.Position!.Wait;
        Take(state, declare, As(Role.ProcessOwner, Monday.AddDays(1))).Position!.Wait.ShouldBe(wait);
    }

    [Fact]
    public void Serious_findings_that_come_while_it_is_open_belong_to_it_once()
    {
        var state = Take(Raised(Monday), new IvoCommand.JoinFinding(5), Chief());
        state.Position!.Findings.ShouldBe([1, 5]);
        Answer(state, new IvoCommand.JoinFinding(5)).ShouldBe("");
        Answer(Take(state, Yes, Chief()), new IvoCommand.JoinFinding(6)).ShouldBe("FindingJoined");
        Answer(Take(state, No with { Reassessed = true }, Chief()), new IvoCommand.JoinFinding(6)).ShouldBe("");
    }

    [Fact]
    public void A_concern_brings_it_without_a_finding()
    {
        var raise = new IvoCommand.RaiseOfConcern(new CodeId("no-licence"), Text("none"), About(true, Delegated), 20);
        Answer(IvoState.Initial, raise with { Ground = null, Reason = Text("") }, By(on: Monday))
            .ShouldBe("ground:ivo.ground-missing reason:text.missing");
        Answer(IvoState.Initial, raise, By(on: new DateOnly(2025, 5, 5))).ShouldBe("ground:ivo.unknown-ground");
        var position = Take(IvoState.Initial, raise, By(on: Monday)).Position!;
        (position.Review, position.Ground.Value, position.IsDuty, position.Findings.Count)
            .ShouldBe((null, "no-licence", true, 0));
        Answer(Raised(Monday), raise).ShouldBe("");
    }

    [Property]
    public bool The_system_never_decides_and_every_state_that_is_reached_has_a_way_to_its_end(byte[] choices)
    {
        IvoCommand[] commands =
        [
            Yes, No, No with { Reassessed = true }, Told, new IvoCommand.Remind(), new IvoCommand.Escalate(Delegated),
            new IvoCommand.DeclareConflict(Text("x"), Delegated, 20), new IvoCommand.JoinFinding(7),
        ];
        var (state, day) = (Raised(Monday), Monday);
        foreach (var choice in choices)
        {
            day = day.AddDays(choice % 3);
            var command = commands[choice % commands.Length];
            var role = (Role)(choice % 5);
            if (IvoDecider.Decide(state, command, new(new Actor($"u{choice % 4}", role), default, day)) is not
                Decision<IvoEvent>.Accepted accepted)
                continue;
            if (role == Role.System && accepted.Events.Any(it => it is IvoEvent.Decided))
                return false;
            state = accepted.Events.Aggregate(state, IvoDecider.Evolve);
        }

        if (state.Status == IvoStatus.Open)
            state = Take(state, Yes, new(new Actor("new", state.Position!.Wait.From), default, day));
        if (state.Status == IvoStatus.ToReport)
            state = Take(state, Told with { ReportedOn = day }, new(new Actor("new", Role.UnitManager), default, day));
        return state.Status is IvoStatus.Reported or IvoStatus.Declined;
    }

    private static IvoState Raised(DateOnly on, bool isLicensable = true, IvoRules? rules = null) => Take(
        IvoState.Initial,
        new IvoCommand.RaiseOfReview(
            IdOf(40), new ReviewEvent.IvoQuestionRaised(on, IdOf(21), null, null, 1),
            About(isLicensable, rules ?? Delegated)),
        System(on.AddDays(3)));

    private static IvoAbout About(bool isLicensable, IvoRules rules) =>
        new(Open.Unit, [IdOf(4)], isLicensable, rules, Grounds);

    private static CommandContext Chief(DateOnly? on = null) => new(new Actor("chief", Role.UnitManager), default,
        on ?? Monday);

    private static CommandContext As(Role role, DateOnly? on = null) =>
        new(new Actor($"a-{role}", role), default, on ?? Monday);

    private static CommandContext System(DateOnly on) => new(Actor.System, default, on);

    private static IvoState Take(IvoState state, IvoCommand command, CommandContext context) =>
        IvoDecider.Decide(state, command, context).ShouldBeOfType<Decision<IvoEvent>.Accepted>()
            .Events.Aggregate(state, IvoDecider.Evolve);

    private static string Answer(IvoState state, IvoCommand command, CommandContext? context = null) =>
        IvoDecider.Decide(state, command, context ?? Chief()) switch
        {
            Decision<IvoEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<IvoEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };
}
