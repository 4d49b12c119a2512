using Oversight.Assignments;
using Oversight.Core.Tests.Reviews;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Assignments;

/// <summary>An uppgift is given after a final report, and done or withdrawn once.</summary>
public class AssignmentTests
{
    private static readonly AssignmentCommand.Complete Complete = new(Text("Klart."), 10);
    private static readonly AssignmentCommand.Withdraw Withdraw = new(Text("Behövs ej."), 10);

    private static readonly ReviewCommand.GiveAssignment Give =
        new(IdOf(9), Text("Följ upp."), Text("Eva"), Decided.AddDays(30), Longest: 20, Line: 5);

    [Fact]
    public void The_reviewers_give_it_once_there_is_a_report_and_not_while_it_is_sealed()
    {
        var reported = After(UntilReported);
        ReviewScenario.Answer(reported, Give).ShouldBe("AssignmentGiven");
        ReviewScenario.Answer(reported, Give, By(Other)).ShouldBe("review.not-a-reviewer");
        ReviewScenario.Answer(reported, Give, By(Other) with { StandsInFor = [Lead] }).ShouldBe("AssignmentGiven");
        ReviewScenario.Answer(After(UntilJudged), Give).ShouldBe("assignment.no-report");
        ReviewScenario.Answer(After([.. UntilReported, new ReviewCommand.Seal(Text("x"), Setup)]), Give)
            .ShouldBe("assignment.is-sealed");
    }

    [Fact]
    public void It_says_what_and_until_when_and_may_say_who()
    {
        var reported = After(UntilReported);
        ReviewScenario.Answer(reported, Give with { What = Text(""), Until = null })
            .ShouldBe("what:text.missing until:assignment.day-missing");
        ReviewScenario.Answer(reported, Give with { Until = Decided.AddDays(-1) })
            .ShouldBe("until:assignment.day-passed");
        ReviewScenario.Answer(reported, Give with { Until = Decided }).ShouldBe("AssignmentGiven");
        ReviewScenario.Answer(reported, Give with { What = Text(new string('x', 21)), Whom = Text("123456") })
            .ShouldBe("what:text.too-long(21, 20) whom:text.too-long(6, 5)");
        Given(Give with { Whom = Text("") }).Whom.ShouldBeNull();
        Given(Give).Whom.ShouldBe(Text("Eva").Kept);
    }

    [Fact]
    public void It_is_done_with_a_word_or_withdrawn_with_a_reason_and_then_it_is_over()
    {
        var open = Take(AssignmentState.Initial, Assigned);
        Answer(open, Assigned).ShouldBe("");
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

    private static AssignmentCommand.Assign Assigned => new(new Assignment(
        IdOf(3), After(UntilReported).Review!.Unit, Give.What.Kept, null, Give.Until!.Value));

    private static ReviewEvent.AssignmentGiven Given(ReviewCommand command) =>
        (ReviewEvent.AssignmentGiven)((Decision<ReviewEvent>.Accepted)ReviewDecider.Decide(
            After(UntilReported), command, By())).Events.Single();

    private static AssignmentState Take(AssignmentState state, AssignmentCommand command) =>
        AssignmentDecider.Decide(state, command, By()).ShouldBeOfType<Decision<AssignmentEvent>.Accepted>()
            .Events.Aggregate(state, AssignmentDecider.Evolve);

    private static string Answer(AssignmentState state, AssignmentCommand command) =>
        AssignmentDecider.Decide(state, command, By()) switch
        {
            Decision<AssignmentEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<AssignmentEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };
}
