using Oversight.Core.Tests.Sanctions;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>omedelbar åtgärd: decided at once, until a day.</summary>
public class UrgentMeasureTests
{
    internal static readonly SanctionStep Urgent =
        new(new("omedelbar"), "Omedelbar åtgärd", "Omedelbar åtgärd mot", "beslutar om omedelbar åtgärd mot {part}",
            SanctionEffect.Urgent)
        {
            DecidedBy = Role.UnitManager,
            DelegationPoint = "4.14",
            AtOnce = true,
        };

    private static readonly SanctionChoice Choice = SanctionScenario.Choice with
    {
        Ladder = SanctionScenario.Ladder with { Steps = [SanctionScenario.Warning, Urgent] },
    };

    internal static readonly ReviewCommand.TakeUrgentMeasure Take = new(
        IdOf(40), [new("avlosning")], Text("no new customers, and night staff"), Text("nobody is there at night"), Last,
        Choice, Setup);

    private static readonly CommandContext Chief = new(new Actor("chef", Role.UnitManager), default, Decided);

    [Fact]
    public void It_is_taken_before_the_review_has_begun_and_keeps_it_open()
    {
        var opened = After([Open]);
        var taken = Accepted(opened, Take).ShouldHaveSingleItem()
            .ShouldBeOfType<ReviewEvent.UrgentMeasureTaken>();
        (taken.Measure.Until, taken.Measure.DecidedBy, taken.Measure.Terms.Text)
            .ShouldBe((Last, "chef", "Omedelbar åtgärd"));
        ReviewDecider.Evolve(opened, taken).Review!.Matters.ShouldHaveSingleItem().Kind
            .ShouldBe(MatterKind.Sanction);
    }

    [Fact]
    public void Only_the_delegate_takes_it_and_only_where_the_ladder_has_the_step()
    {
        Refused(Take, By()).ShouldBe(["sanction.other-decides"]);
        Refused(Take with { Choice = SanctionScenario.Choice }).ShouldBe(["sanction.not-at-once"]);
        var waits = Choice.Ladder with { Steps = [Urgent with { AtOnce = false }] };
        Refused(Take with { Choice = Choice with { Ladder = waits } }).ShouldBe(["sanction.not-at-once"]);
        Refused(Take, new CommandContext(Actor.System, default, Decided)).ShouldBe(["sanction.other-decides"]);
    }

    [Fact]
    public void What_why_and_until_when_are_asked_for()
    {
        Refused(Take with { Measure = Text(""), Reason = Text(""), Until = null, Services = [] })
            .ShouldBe(["sanction.no-services", "text.missing", "text.missing", "review.day-missing"]);
        Refused(Take with { Until = Decided.AddDays(-1) }).ShouldBe(["review.day-too-early"]);
        Refused(Take with { Services = [new("other")] }).ShouldBe(["sanction.no-services"]);
    }

    [Fact]
    public void It_applies_at_once_until_its_day_and_then_asks_to_be_lifted_or_prolonged()
    {
        var state = SanctionState.Initial;
        var proposal = new SanctionProposal(
            IdOf(1), Open.Unit, SanctionTerms.Of(SanctionScenario.Rules, Choice.Ladder, Urgent), [new("avlosning")], [],
            Text("why").Kept, "chef");
        state = Do(state, new SanctionCommand.TakeAtOnce(proposal, Text("what").Kept, Last));
        var sanction = state.Sanction!;
        (state.Status, sanction.IsInForce, sanction.StopsOn(Last), sanction.StopsOn(Last.AddDays(1)))
            .ShouldBe((SanctionStatus.InForce, true, true, false));
        sanction.Question.Decision.ShouldBe(
            new SanctionDecision(DecisionRoute.Delegate, DecisionOutcome.Granted, Decided)
            {
                Words = Text("why").Kept,
                Measure = Text("what").Kept,
                Until = Last,
            });
        SanctionAwaiting.Of(state).Answers.ShouldContain(
            answer => answer.What == SanctionAwaiting.Until && answer.Until == Last);
        SanctionDecider.Decide(
            state, new SanctionCommand.TakeAtOnce(proposal, Text("what").Kept, Last), Chief)
            .ShouldBeOfType<Decision<SanctionEvent>.Accepted>().Events.ShouldBeEmpty();

        // The delegate prepares it too: there may be no reviewers.
        state = Do(state, new SanctionCommand.Notify(SanctionScenario.Scene));
        state = Do(state, new SanctionCommand.Reconsider(QuestionKind.Prolong, Text("more"), SanctionScenario.Scene));
        state = Do(state, SanctionScenario.Write with { FinalDate = null });
        state = Do(state, SanctionScenario.Submit with { Meeting = null });
        var decide = new SanctionCommand.DecideAsDelegate(true, Text("words"), SanctionScenario.Scene);
        Refused(state, decide).ShouldBe(["sanction.day-missing"]);
        Refused(state, decide with { Until = Last }).ShouldBe(["sanction.not-later"]);
        state = Do(state, decide with { Until = Last.AddDays(14) });
        (state.Sanction!.Until, state.Sanction.StopsOn(Last.AddDays(14))).ShouldBe((Last.AddDays(14), true));
    }

    [Fact]
    public void Proposed_by_a_reviewer_it_is_decided_with_what_and_until_when()
    {
        var state = Do(SanctionState.Initial, new SanctionCommand.Propose(new SanctionProposal(
            IdOf(1), Open.Unit, SanctionTerms.Of(SanctionScenario.Rules, Choice.Ladder, Urgent), [new("avlosning")],
            [1], Text("why").Kept, "reviewer")));
        state = Do(state, SanctionScenario.Write with { FinalDate = null });
        state = Do(state, SanctionScenario.WithoutHearing);
        state = Do(state, SanctionScenario.Submit with { Meeting = null });
        var decide = new SanctionCommand.DecideAsDelegate(true, Text("words"), SanctionScenario.Scene);
        Refused(state, decide).ShouldBe(["sanction.day-missing", "text.missing"]);
        Refused(state, decide with { Until = Decided.AddDays(-1), Measure = Text("") })
            .ShouldBe(["sanction.day-passed", "text.missing"]);
        Do(state, decide with { Granted = false }).Status.ShouldBe(SanctionStatus.Ended);
        var decided = Do(state, decide with { Until = Last, Measure = Text("what") });
        (decided.Sanction!.Until, decided.Sanction.Measure).ShouldBe((Last, Text("what").Kept));
    }

    private static SanctionState Do(SanctionState state, SanctionCommand command) =>
        SanctionDecider.Decide(state, command, Chief).ShouldBeOfType<Decision<SanctionEvent>.Accepted>().Events
            .Aggregate(state, SanctionDecider.Evolve);

    private static IReadOnlyList<string> Refused(SanctionState state, SanctionCommand command) =>
        [.. SanctionDecider.Decide(state, command, Chief).ShouldBeOfType<Decision<SanctionEvent>.Refused>().Reasons
            .Select(reason => reason.Code)];

    private static IReadOnlyList<ReviewEvent> Accepted(ReviewState state, ReviewCommand command) =>
        ReviewDecider.Decide(state, command, Chief).ShouldBeOfType<Decision<ReviewEvent>.Accepted>().Events;

    private static IReadOnlyList<string> Refused(ReviewCommand command, CommandContext? by = null) =>
        [.. ReviewDecider.Decide(After([Open]), command, by ?? Chief)
            .ShouldBeOfType<Decision<ReviewEvent>.Refused>().Reasons.Select(reason => reason.Code)];
}
