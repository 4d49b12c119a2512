using FsCheck.Xunit;
using Oversight.Concerns;
using Oversight.Settings;
using Oversight.Waiting;
using static Oversight.Core.Tests.Concerns.ConcernScenario;

namespace Oversight.Core.Tests.Concerns;

/// <summary>From a proposed påkallad granskning to its decision.</summary>
public class DecidingTests
{
    private static readonly DateOnly DecideBy = new(2026, 12, 4);
    private static readonly DateOnly RemindOn = new(2026, 12, 1);
    private static readonly ConcernCommand.RemindOfDecision Remind = new();
    private static readonly ConcernCommand.EscalateDecision Escalate = new(Rules);
    private static readonly ConcernCommand.DeclareConflictOfInterest Declare =
        new(Text("Närstående driver enheten.", "conflict"), Rules);
    private static readonly Actor Manager = new("chef", Role.UnitManager);
    private static readonly Actor Substitute = new("ersattare", Role.ProcessOwner);

    private static ConcernState Proposed => Given(Report, Propose);

    [Fact]
    public void A_proposal_waits_for_the_enhetschef_until_a_working_day()
    {
        var answer = ConcernAwaiting.Of(Proposed).Answers.ShouldHaveSingleItem();

        answer.From.ShouldBe(new AwaitedParty(Role.UnitManager, Social));
        (answer.What, answer.Until, answer.RemindedOn).ShouldBe(("decision-1", DecideBy, null));
        answer.Steps.ShouldBe([WaitingStep.Remind(RemindOn), WaitingStep.Escalate(DecideBy)]);
        ConcernAwaiting.Of(Given(Report, Assess)).ShouldBeOfType<Awaited.Nothing>();
    }

    [Fact]
    public void The_reminder_is_recorded_once_on_its_day_and_never_before()
    {
        Do(Proposed, Remind, Actor.System, RemindOn.AddDays(-1)).ShouldBeEmpty();
        var reminded = Do(Proposed, Remind, Actor.System, RemindOn);
        reminded.ShouldBe([new ConcernEvent.DecisionReminded(RemindOn, 1, Role.UnitManager, DecideBy)]);

        var after = Proposed.After(reminded);
        Do(after, Remind, Actor.System, DecideBy).ShouldBeEmpty();
        ConcernAwaiting.Of(after).Answers.Single().ShouldSatisfyAllConditions(
            answer => answer.RemindedOn.ShouldBe(RemindOn),
            answer => answer.Steps.ShouldBe([WaitingStep.Escalate(DecideBy)]));
    }

    [Fact]
    public void After_the_last_day_the_substitute_decides_as_well_within_days_of_its_own()
    {
        Do(Proposed, Escalate, Actor.System, DecideBy).ShouldBeEmpty();
        var escalated = Escalated();
        var wait = new DecisionWait(Role.ProcessOwner, new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 11));

        ConcernAwaiting.Of(escalated).Answers.Single().ShouldSatisfyAllConditions(
            answer => answer.From.Role.ShouldBe(Role.ProcessOwner),
            answer => answer.Until.ShouldBe(wait.DecideBy),
            answer => answer.Steps.ShouldBe([WaitingStep.Remind(wait.RemindOn)]));
        Do(escalated, Escalate, Actor.System, wait.DecideBy.AddDays(1)).ShouldBeEmpty();
        Do(escalated, Remind, Actor.System, wait.RemindOn)
            .ShouldBe([new ConcernEvent.DecisionReminded(wait.RemindOn, 1, Role.ProcessOwner, wait.DecideBy)]);
        Do(escalated, Approve, Substitute, Today.AddDays(20)).ShouldHaveSingleItem()
            .ShouldBeOfType<ConcernEvent.TriggeredReviewDecided>();
        Do(escalated, Approve, Manager, Today.AddDays(20)).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_substitute_does_not_decide_while_it_is_the_enhetschefs_turn()
    {
        var refusal = new Refusal(ConcernRefusals.NotTheDecider);

        Refused(Proposed, Approve, Substitute).ShouldBe([refusal]);
        Refused(Proposed, Declare, Substitute).ShouldBe([refusal]);
        Refused(Proposed, Approve, new Actor("a", Role.QualityDeveloper)).ShouldBe([refusal]);
        Refused(Escalated(), Approve, new Actor("a", Role.QualityDeveloper)).Select(reason => reason.Code)
            .ShouldBe([ConcernRefusals.NotTheDecider]);
    }

    [Fact]
    public void Whoever_declares_a_conflict_of_interest_may_not_decide_and_the_substitute_does()
    {
        var declared = Do(Proposed, Declare, Manager, Today);
        var wait = new DecisionWait(Role.ProcessOwner, new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 24));
        declared.ShouldBe([new ConcernEvent.ConflictOfInterestDeclared(Today, 1, "chef", wait, Declare.Reason.Kept)]);
        var state = Proposed.After(declared);

        ConcernAwaiting.Of(state).Answers.Single().From.Role.ShouldBe(Role.ProcessOwner);
        Refused(state, Approve, Manager).ShouldBe([new Refusal(ConcernRefusals.InConflictOfInterest)]);
        Refused(state, Approve, Manager with { Role = Role.ProcessOwner })
            .ShouldBe([new Refusal(ConcernRefusals.InConflictOfInterest)]);
        Refused(state, Declare, Manager).ShouldBe([new Refusal(ConcernRefusals.InConflictOfInterest)]);
        Do(state, Approve, Substitute, Today).ShouldHaveSingleItem();
        Do(state, Approve, new Actor("annan-chef", Role.UnitManager), Today).ShouldHaveSingleItem();
        Refused(Proposed, Declare with { Reason = Text("", "conflict") }, Manager).Select(reason => reason.Code)
            .ShouldBe([ConcernRefusals.ReasonRequired]);
    }

    [Fact]
    public void A_conflict_after_the_escalation_leaves_the_substitute_its_days_and_the_substitutes_own_gives_new_ones()
    {
        var escalated = (ConcernState.AwaitingDecision)Escalated();
        var day = Today.AddDays(19);

        var managers = (ConcernState.AwaitingDecision)escalated.After(Do(escalated, Declare, Manager, day));
        managers.Wait.ShouldBe(escalated.Wait);
        var own = (ConcernState.AwaitingDecision)escalated.After(Do(escalated, Declare, Substitute, day));
        own.Wait!.From.ShouldBe(Role.ProcessOwner);
        own.Wait.DecideBy.ShouldBeGreaterThan(escalated.Wait!.DecideBy);
        Refused(own, Approve, Substitute).ShouldBe([new Refusal(ConcernRefusals.InConflictOfInterest)]);
        Do(own, Approve, Substitute with { UserId = "annan-ersattare" }, day).ShouldHaveSingleItem();
    }

    [Fact]
    public void Who_is_in_a_conflict_stays_so_when_the_review_is_proposed_again()
    {
        var state = Proposed.After(Do(Proposed, Declare, Manager, Today));
        var again = state.After(Do(state, Assess, Substitute, Today));
        ConcernAwaiting.Of(again).ShouldBeOfType<Awaited.Nothing>();
        again = again.After(Do(again, Propose, Substitute, Today));

        var answer = ConcernAwaiting.Of(again).Answers.ShouldHaveSingleItem();
        (answer.What, answer.From.Role).ShouldBe(("decision-3", Role.ProcessOwner));
        Refused(again, Approve, Manager).ShouldBe([new Refusal(ConcernRefusals.InConflictOfInterest)]);
    }

    [Fact]
    public void A_proposal_from_before_days_were_kept_waits_for_the_enhetschef_without_a_day()
    {
        var old = Given(Report)
            .After(Given(Report).Happening(Propose)
                .Select(happened => (ConcernEvent)((ConcernEvent.Assessed)happened with { Awaits = null })));

        var answer = ConcernAwaiting.Of(old).Answers.ShouldHaveSingleItem();
        (answer.From.Role, answer.Until).ShouldBe((Role.UnitManager, null));
        answer.Steps.ShouldBeEmpty();
        Do(old, Remind, Actor.System, Today.AddYears(1)).ShouldBeEmpty();
        Do(old, Escalate, Actor.System, Today.AddYears(1)).ShouldBeEmpty();
        Refused(old, Approve, Substitute).ShouldBe([new Refusal(ConcernRefusals.NotTheDecider)]);
        Do(old, Approve, Manager, Today).ShouldHaveSingleItem();
    }

    [Property]
    public bool Days_come_in_order_whatever_the_rules_and_the_day(ushort offset, byte days, byte before)
    {
        var rules = new TriggeredReviewRules(DateOnly.MinValue, Role.ProcessOwner, before + 2 + (days % 60),
            before + 1 + (days % 9), before + 1);
        rules = rules with { SubstituteDays = rules.ReminderDaysBefore + 1 + (days % 9) };
        var from = new DateOnly(2020, 1, 1).AddDays(offset);
        return new[] { DecisionWait.ForDecider(from, rules), DecisionWait.ForSubstitute(from, rules) }.All(wait =>
            from < wait.RemindOn && wait.RemindOn <= wait.DecideBy && SwedishCalendar.IsWorkingDay(wait.DecideBy)
                && SwedishCalendar.IsWorkingDay(wait.RemindOn));
    }

    /// <summary>
    /// Each step is done once: however the days are walked, there is one reminder and one escalation for each wait.
    /// </summary>
    [Property]
    public bool However_often_it_is_looked_at_each_step_is_done_once_and_then_nothing(byte[] leaps)
    {
        var (state, day) = (Proposed, Today);
        var happened = new List<ConcernEvent>();
        foreach (var leap in leaps.Append((byte)60).Append((byte)60).Append((byte)60))
        {
            day = day.AddDays(leap % 61);
            foreach (var step in ConcernAwaiting.Of(state).Due(day))
            {
                var events = Do(state, ConcernAwaiting.CommandFor(step, Rules), Actor.System, day);
                happened.AddRange(events);
                state = state.After(events);
                if (events.Count != 1
                    || Do(state, ConcernAwaiting.CommandFor(step, Rules), Actor.System, day).Count > 0)
                    return false;
            }
        }

        return happened.OfType<ConcernEvent.DecisionEscalated>().Count() == 1
            && happened.OfType<ConcernEvent.DecisionReminded>().GroupBy(reminded => reminded.To)
                .All(each => each.Count() == 1)
            && ConcernAwaiting.Of(state) is { NextDay: null, Answers.Count: 1 };
    }

    [Property]
    public bool What_changes_what_is_to_be_done_is_known_to_wake_the_loop(byte[] choices)
    {
        ConcernCommand[] commands =
        [
            Report, Assess, Propose, Approve, Declare,
            new ConcernCommand.Move(new ConcernPlace.AtUnit(OtherUnit), Text("x"), Rules),
            new ConcernCommand.Withdraw(Reporter, Text("x"), Rules),
            new ConcernCommand.Correct(null, Occurrence.Unclear, null, null, Text("x"), Rules),
            new ConcernCommand.LinkToConcern(IdOf(8), IdOf(9), ConcernLinkKind.Duplicate),
            new ConcernCommand.UnlinkConcern(IdOf(9)),
        ];
        var state = ConcernState.Initial;
        foreach (var choice in choices)
        {
            var actor = new Actor($"u{choice % 3}", choice % 2 == 0 ? Role.UnitManager : Role.ProcessOwner);
            var context = new CommandContext(actor, Context.At, Today);
            if (ConcernDecider.Decide(state, commands[choice % commands.Length],
                context) is not Decision<ConcernEvent>.Accepted accepted)
                continue;
            var after = state.After(accepted.Events);
            if (Steps(state) != Steps(after) && !accepted.Events.Any(ConcernAwaiting.IsChangedBy))
                return false;
            state = after;
        }

        return true;
    }

    private static ConcernState Escalated() =>
        Proposed.After(Do(Proposed, Escalate, Actor.System, DecideBy.AddDays(1)));

    private static string Steps(ConcernState state) =>
        string.Join(';',
            ConcernAwaiting.Of(state).Answers
                .Select(answer => $"{answer.What} {answer.Until:O} {string.Join(',', answer.Steps)}"));

    private static IReadOnlyList<ConcernEvent> Do(
        ConcernState state, ConcernCommand command, Actor actor, DateOnly day) =>
        ConcernDecider.Decide(state, command, new CommandContext(actor, Context.At, day))
            .ShouldBeOfType<Decision<ConcernEvent>.Accepted>().Events;

    private static IReadOnlyList<Refusal> Refused(ConcernState state, ConcernCommand command, Actor actor) =>
        ConcernDecider.Decide(state, command, new CommandContext(actor, Context.At, Today))
            .ShouldBeOfType<Decision<ConcernEvent>.Refused>().Reasons;
}
