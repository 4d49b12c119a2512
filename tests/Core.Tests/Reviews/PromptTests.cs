using Oversight.Reviews;
using Oversight.Waiting;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>The provider is reminded once, some days before its last day.</summary>
public class PromptTests
{
    private const int Days = 4;
    private static readonly ReviewCommand.AskSupplement Ask = new(null, Text("routines"), Setup);

    private static readonly ReviewCommand[] Begun =
        [Open, new ReviewCommand.Start(Text("Anna"), Days), Scope, NotMet, Met, Late];

    public static TheoryData<ReviewCommand[], string> Asked => new()
    {
        { [.. Begun, Ask], ReviewAwaiting.Supplement(1) },
        { [.. Begun, Communicate], ReviewAwaiting.Comments(1) },
        { [.. Begun, Waive, Establish, AskPlan], ReviewAwaiting.Plan(1) },
        {
            [.. Begun, Waive, Establish, AskPlan, new ReviewCommand.ReturnPlan(null, Text("vague"), Setup)],
            ReviewAwaiting.Plan(2)
        },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void Whatever_is_asked_for_is_reminded_of_once_and_then_overdue(ReviewCommand[] way, string what)
    {
        var state = After(way);
        var until = ReviewAwaiting.Of(state).Answers.Single(answer => answer.What == what).Until!.Value;
        Due(state, until.AddDays(-Days - 1)).ShouldBeNull();
        Due(state, until.AddDays(-Days)).ShouldBe((what, WaitingStep.PromptName));
        var prompt = new ReviewCommand.Prompt(what);
        Answer(state, prompt, By(on: until.AddDays(-Days - 1))).ShouldBe("");
        Answer(state, prompt, By(on: until.AddDays(-Days))).ShouldBe(nameof(ReviewEvent.Prompted));
        var prompted = Take(state, prompt, By(on: until.AddDays(-Days)));
        Due(prompted, until).ShouldBeNull();
        Answer(prompted, prompt, By(on: until)).ShouldBe("");
        Due(prompted, until.AddDays(1)).ShouldBe((what, WaitingStep.RemindName));
        Due(state, until.AddDays(1)).ShouldBe((what, WaitingStep.RemindName), "Too late to be reminded of.");
        Answer(state, prompt, By(on: until.AddDays(1))).ShouldBe("");
        Answer(state, new ReviewCommand.Remind(what), By(on: until.AddDays(-Days)))
            .ShouldBe("", "It is not overdue.");
    }

    [Fact]
    public void What_has_come_is_not_reminded_of()
    {
        var state = After([.. Begun, Ask, new ReviewCommand.ReceiveSupplement(1, Decided, Text("here"), Setup)]);
        Due(state, Decided.AddDays(7)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Days, 5, true)]
    [InlineData(Days, 4, false)]
    [InlineData(0, 14, false)]
    public void A_time_too_short_for_a_reminder_has_none(int days, int until, bool isPrompted)
    {
        var state = After(Open, new ReviewCommand.Start(Text("Anna"), days), Scope,
            Ask with { Until = Decided.AddDays(until) });
        state.Review!.Prompts.Count.ShouldBe(isPrompted ? 1 : 0);
    }

    private static (string What, string Name)? Due(ReviewState state, DateOnly day) =>
        ReviewAwaiting.Of(state).Due(day) is [var step] ? (step.What, step.Name) : null;
}
