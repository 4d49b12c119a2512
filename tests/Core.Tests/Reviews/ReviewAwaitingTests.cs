using Oversight.Reviews;
using Oversight.Waiting;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

public class ReviewAwaitingTests
{
    [Fact]
    public void A_review_to_start_is_told_of_from_its_first_day_and_once()
    {
        var state = After(Open);
        ReviewAwaiting.Of(state).Due(Decided.AddDays(-1)).ShouldBeEmpty();
        ReviewAwaiting.Of(state).Due(Decided)
            .ShouldBe([new DueStep(ReviewAwaiting.Start, WaitingStep.RemindName, Decided)]);
        ReviewAwaiting.Of(Take(state, new ReviewCommand.Remind(ReviewAwaiting.Start), By())).Due(Decided.AddYears(1))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_review_waits_for_several_answers_at_once()
    {
        var state =
            After([.. UntilJudged, new ReviewCommand.AskSupplement(null, Text("routines"), Setup), Communicate]);
        ReviewAwaiting.Of(state).Answers.Select(answer => answer.What)
            .ShouldBe([ReviewAwaiting.Supplement(1), ReviewAwaiting.Comments(1)]);
    }

    [Fact]
    public void What_is_overdue_is_told_on_the_day_after_its_last_day()
    {
        var state = After([.. UntilReported, AskPlan]);
        var until = state.Review!.Plan!.Until;
        ReviewAwaiting.Of(state).Due(until).ShouldBeEmpty();
        ReviewAwaiting.Of(state).Due(until.AddDays(1)).Single().What.ShouldBe(ReviewAwaiting.Plan(1));
    }

    [Fact]
    public void A_reminder_for_what_is_no_longer_awaited_changes_nothing() =>
        ReviewDecider.Decide(After(UntilJudged), new ReviewCommand.Remind(ReviewAwaiting.Plan(1)),
            By(on: Decided.AddYears(1)))
            .ShouldBeOfType<Decision<ReviewEvent>.Accepted>().Events.ShouldBeEmpty();

    [Fact]
    public void What_changes_what_is_awaited_wakes_the_loop()
    {
        ReviewCommand[][] ways =
        [
            [.. UntilJudged, new ReviewCommand.AskSupplement(null, Text("routines"), Setup),
                new ReviewCommand.ReceiveSupplement(1, Decided, Text("here"), Setup), Communicate,
                new ReviewCommand.TakeBack(Text("no"), Setup)],
            [.. UntilReported, AskPlan, new ReviewCommand.ReturnPlan(null, Text("vague"), Setup), Promise, Approve],
            [Open, new ReviewCommand.Drop(), Open, BrokenOff(Text("no"))],
            [.. UntilJudged, new ReviewCommand.DeclareConflict(Text("sister"), Setup)],
        ];
        foreach (var way in ways)
        {
            var state = ReviewState.Initial;
            foreach (var command in way)
            {
                var events = ((Decision<ReviewEvent>.Accepted)ReviewDecider.Decide(state, command, By())).Events;
                var next = events.Aggregate(state, ReviewDecider.Evolve);
                if (!Told(next).SequenceEqual(Told(state)))
                    events.ShouldContain(happened => ReviewAwaiting.IsChangedBy(happened),
                        $"{command.GetType().Name} wakes nobody.");
                state = next;
            }
        }
    }

    private static IEnumerable<(string What, DateOnly? Until)> Told(ReviewState state) =>
        ReviewAwaiting.Of(state).Answers.Select(answer => (answer.What, answer.Until));
}
