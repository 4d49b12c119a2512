using FsCheck.Xunit;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>Whoever stands in for a reviewer does what the reviewer may, and jäv goes before it.</summary>
public class StandInTests
{
    private const string Substitute = "vik";

    private static readonly ReviewCommand[] Reviewers =
    [
        Scope, NotMet, Met, Late, Waive, Establish, AskPlan, Promise, Approve, Communicate,
        new ReviewCommand.AskReading(), new ReviewCommand.TakeBack(Text("x"), Setup),
        Ended(Text("x")), new ReviewCommand.Seal(Text("x"), Setup),
    ];

    [Property]
    public bool A_substitute_is_answered_as_the_reviewer_and_nobody_else_is(byte[] choices, byte last)
    {
        var (state, _) = ReviewPropertyTests.Walk(choices);
        var command = Reviewers[last % Reviewers.Length];
        if (state.Review is not { Lead: { UserId: var lead } } review || review.InConflict.Contains(Substitute))
            return true;
        var outside = Answer(state, command, By(Substitute));
        return Answer(state, command, For(lead)) == Answer(state, command, By(lead))
            && (outside is "review.not-a-reviewer" or "review.is-sealed" or "review.is-paused"
                || outside.StartsWith(ReviewRefusals.NotInThisState, StringComparison.Ordinal));
    }

    [Fact]
    public void Jav_of_the_substitute_goes_before_what_the_absent_may()
    {
        var declared = Take(
            After(UntilJudged), new ReviewCommand.DeclareConflict(Text("syskon"), Setup), By(Substitute));
        Answer(declared, Met, For(Lead)).ShouldBe("review.in-conflict");
        Answer(declared, Met, By(Lead)).ShouldBe("Judged");
    }

    [Fact]
    public void Whoever_stands_in_for_the_author_does_not_read_the_draft_as_its_second_reader()
    {
        var reading = After([.. UntilJudged, new ReviewCommand.AskReading()]);
        var read = new ReviewCommand.ReadDraft(Text("Vik"), Text(""), Setup);
        Answer(reading, read, For(Lead)).ShouldBe("review.own-draft");
        Answer(reading, read, By(Substitute)).ShouldBe("DraftRead");
        Answer(reading, new ReviewCommand.ReturnDraft(Text("Vik"), Text("mer"), Setup), For(Lead))
            .ShouldBe("review.own-draft");
    }

    private static CommandContext For(string absent) => By(Substitute) with { StandsInFor = [absent] };
}
