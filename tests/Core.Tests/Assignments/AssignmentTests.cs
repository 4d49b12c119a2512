using Oversight.Assignments;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Assignments;

/// <summary>An uppgift is given after a final report, and done or withdrawn once.</summary>
public class AssignmentTests
{
    private static readonly AssignmentCommand.Complete Complete = new(Text("Klart."), 10);
    private static readonly AssignmentCommand.Withdraw Withdraw = new(Text("Behövs ej."), 10);

    [Fact]
    public void The_reviewers_give_it_once_there_is_a_report_and_not_while_it_is_sealed()
    {
        var assign = AssignTo(After(UntilReported));
        Answer(AssignmentState.Initial, assign).ShouldBe("Assigned");
        Answer(AssignmentState.Initial, assign, By(Other)).ShouldBe("assignment.not-a-reviewer");
        Answer(AssignmentState.Initial, assign, By(Other) with { StandsInFor = [Lead] }).ShouldBe("Assigned");
        Answer(AssignmentState.Initial, AssignTo(After(UntilJudged))).ShouldBe("assignment.no-report");
        Answer(AssignmentState.Initial, AssignTo(After([.. UntilReported, new ReviewCommand.Seal(Text("x"), Setup)])))
            .ShouldBe("assignment.is-sealed");
    }

    [Fact]
    public void It_says_what_and_until_when_and_may_say_who()
    {
        var assign = AssignTo(After(UntilReported));
        Answer(AssignmentState.Initial, assign with { What = Text(""), Until = null })
            .ShouldBe("what:text.missing until:assignment.day-missing");
        Answer(AssignmentState.Initial, assign with { Until = Decided.AddDays(-1) })
            .ShouldBe("until:assignment.day-passed");
        Answer(AssignmentState.Initial, assign with { Until = Decided }).ShouldBe("Assigned");
        Answer(AssignmentState.Initial, assign with { What = Text(new string('x', 21)), Whom = Text("123456") })
            .ShouldBe("what:text.too-long(21, 20) whom:text.too-long(6, 5)");
        Open(assign with { Whom = Text("") }).Assignment!.Whom.ShouldBeNull();
        Open(assign).Assignment!.Whom.ShouldBe(Text("Eva").Kept);
    }

    [Fact]
    public void It_is_done_with_a_word_or_withdrawn_with_a_reason_and_then_it_is_over()
    {
        var open = Open(AssignTo(After(UntilReported)));
        Answer(open, Complete with { Word = Text("") }).ShouldBe("word:text.missing");
        Answer(open, Withdraw with { Reason = Text("") }).ShouldBe("reason:text.missing");
        Answer(open, Complete with { Word = Text(new string('x', 11)) }).ShouldBe("word:text.too-long(11, 10)");
        foreach (var (command, status) in new (AssignmentCommand, AssignmentStatus)[]
            { (Complete, AssignmentStatus.Done), (Withdraw, AssignmentStatus.Withdrawn) })
        {
            var over = Take(open, command);
            over.Status.ShouldBe(status);
            Answer(over, Complete).ShouldBe("assignment.not-open");
            Answer(over, Withdraw).ShouldBe("assignment.not-open");
        }

        Answer(AssignmentState.Initial, Complete).ShouldBe("assignment.not-open");
    }

    private static AssignmentCommand.Assign AssignTo(ReviewState state) =>
        new(IdOf(9), state.Review!, Text("Följ upp."), Text("Eva"), Decided.AddDays(30), Longest: 20, Line: 5);

    private static AssignmentState Open(AssignmentCommand.Assign assign) => Take(AssignmentState.Initial, assign);

    private static AssignmentState Take(AssignmentState state, AssignmentCommand command) =>
        AssignmentDecider.Decide(state, command, By()).ShouldBeOfType<Decision<AssignmentEvent>.Accepted>()
            .Events.Aggregate(state, AssignmentDecider.Evolve);

    private static string Answer(
        AssignmentState state, AssignmentCommand command, CommandContext? context = null) =>
        AssignmentDecider.Decide(state, command, context ?? By()) switch
        {
            Decision<AssignmentEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<AssignmentEvent>.Accepted accepted => accepted.Events.Single().GetType().Name,
            _ => throw new InvalidOperationException(),
        };
}
