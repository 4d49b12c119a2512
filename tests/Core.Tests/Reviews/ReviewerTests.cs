using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>Who may do something in a review.</summary>
public class ReviewerTests
{
    private static readonly ReviewCommand.Start Start = new(Text("Anna"));

    [Fact]
    public void Whoever_is_in_conflict_or_no_reviewer_gives_no_command()
    {
        var state = Take(After(UntilJudged), new ReviewCommand.DeclareConflict(Text("sister"), Setup), By(Other));
        Answer(state, new ReviewCommand.Join(Text("Bo")), By(Other)).ShouldBe("review.in-conflict");
        Answer(state, NotMet, By(Other)).ShouldBe("review.in-conflict");
        Answer(state, NotMet, By("cecilia")).ShouldBe("review.not-a-reviewer");
        Answer(state, NotMet).ShouldBe("Judged");
        Answer(After(Open, Start), Start with { Name = Text("Bo") }, By(Other))
            .ShouldBe("review.not-in-this-state(Scoping)");
        Answer(After(Open with { Origin = Open.Origin with { NotBefore = Decided.AddDays(1) } }), Start)
            .ShouldBe("review.too-early(2027-01-16)");
    }

    [Fact]
    public void A_reviewer_may_take_over_and_only_the_reason_is_asked_for()
    {
        var take = new ReviewCommand.TakeOver(Text("Bo"), Text("ill"), Setup);
        Answer(After(UntilJudged), take, By(Other)).ShouldBe("TakenOver");
        Answer(After(UntilJudged), take with { Reason = Text("") }, By(Other)).ShouldBe("reason:text.missing");
        Answer(After(UntilJudged), take with { Reason = Text(new string('x', 2001)) }, By(Other))
            .ShouldBe("reason:text.too-long(2001, 2000)");
        Answer(Take(After(UntilJudged), new ReviewCommand.Join(Text("Bo")), By(Other)), take, By(Other))
            .ShouldBe("TakenOver");
        Answer(Take(After(UntilJudged), new ReviewCommand.Join(Text("Bo")), By(Other)),
            new ReviewCommand.Join(Text("Bo")), By(Other))
            .ShouldBe("review.already-reviewer");
    }
}
