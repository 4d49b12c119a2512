using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>Interviews are told apart by codes that say nothing of who spoke.</summary>
public class InterviewTests
{
    [Fact]
    public void Each_kind_is_numbered_by_itself_in_the_order_of_the_notes()
    {
        var review = After([.. UntilJudged, Note(InterviewKind.Customer), Note(InterviewKind.Staff),
            Note(InterviewKind.Customer), Note(InterviewKind.Relative), Note(InterviewKind.Management)]).Review!;

        review.Interviews.Select(interview => interview.Code).ShouldBe(["K1", "P1", "K2", "N1", "L1"]);
        review.Interviews[0].ShouldBe(new Interview(InterviewKind.Customer, 1, Decided, Text("said").Kept));
        review.Judgements.Count.ShouldBe(2);
    }

    [Fact]
    public void A_note_needs_a_kind_and_words_that_fit()
    {
        var state = After(UntilJudged);

        Refuse(state, new ReviewCommand.NoteInterview(null, Text(" "), Setup))
            .ShouldBe(["kind:review.code-missing", "notes:text.missing"]);
        Refuse(state, Note(InterviewKind.Staff) with { Notes = Text(new string('x', Setup.LongText + 1)) })
            .ShouldBe(["notes:text.too-long"]);
        Refuse(state, Note(InterviewKind.Staff), By("somebody")).ShouldBe(["review.not-a-reviewer"]);
    }

    private static ReviewCommand.NoteInterview Note(InterviewKind kind) => new(kind, Text("said"), Setup);
}
