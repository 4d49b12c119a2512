using FsCheck.Xunit;
using Oversight.Waiting;

namespace Oversight.Core.Tests.Waiting;

public class AwaitedTests
{
    private static readonly DateOnly Today = new(2027, 1, 15);
    private static readonly AwaitedParty Party = new(Role.UnitManager, new BoardId("socialnamnden"));

    [Fact]
    public void A_reminder_that_was_missed_is_not_made_up_for_when_a_later_step_has_come()
    {
        var awaited = Awaited.Of(
            () =>
                [Answer("a", WaitingStep.Remind(Today), WaitingStep.Remind(Today.AddDays(2)),
                    WaitingStep.Escalate(Today.AddDays(4)))]);

        awaited.Due(Today.AddDays(-1)).ShouldBeEmpty();
        awaited.Due(Today).ShouldBe([new DueStep("a", "remind", Today)]);
        awaited.Due(Today.AddDays(3)).ShouldBe([new DueStep("a", "remind", Today.AddDays(2))]);
        awaited.Due(Today.AddDays(4)).ShouldBe([new DueStep("a", "remind", Today.AddDays(2))]);
        awaited.Due(Today.AddDays(5)).ShouldBe([new DueStep("a", "escalate", Today.AddDays(5))]);
        awaited.NextDay.ShouldBe(Today);
    }

    [Fact]
    public void Each_answer_that_is_awaited_has_its_own_step()
    {
        var awaited = Awaited.Of(
            () => [Answer("a", WaitingStep.Remind(Today)), Answer("b"),
                Answer("c", WaitingStep.Escalate(Today.AddDays(-1)))]);

        awaited.Due(Today).Select(step => step.What).ShouldBe(["a", "c"]);
        Awaited.Of(() => [Answer("b")]).NextDay.ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_worked_out_is_said_and_nothing_is_done()
    {
        var stuck = Awaited.Of(() => throw new InvalidOperationException("No such case."));

        stuck.ShouldBe(new Awaited.Stuck("InvalidOperationException: No such case."));
        stuck.Due(DateOnly.MaxValue).ShouldBeEmpty();
        stuck.NextDay.ShouldBeNull();
        Awaited.Of(() => []).ShouldBeOfType<Awaited.Nothing>();
    }

    /// <summary>
    /// The sweep reads only the next day: it must never lie after a day on which something is due, nor wake for
    /// nothing.
    /// </summary>
    [Property]
    public bool Something_is_due_exactly_from_the_next_day_on(byte[] days, byte looked)
    {
        var awaited = Awaited.Of(
            () => days.Select((day, index) => Answer($"{index}", new WaitingStep("step", Today.AddDays(day)))));
        var today = Today.AddDays(looked);
        return (awaited.Due(today).Count > 0) == (awaited.NextDay <= today);
    }

    private static AwaitedAnswer Answer(string what, params WaitingStep[] steps) => new(what, Party, null, steps);
}
