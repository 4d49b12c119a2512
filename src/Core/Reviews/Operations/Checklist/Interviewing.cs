using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Writes down what somebody said; the person is known by a code alone.</summary>
    public sealed record NoteInterview(InterviewKind? Kind, WrittenText Notes, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(Kind is null, ReviewRefusals.CodeMissing, "kind"),
                    .. TextChecks.Required(Notes, "notes", Setup.LongText),
                ],
                () => new ReviewEvent.InterviewNoted(context.Today, new Interview(
                    Kind!.Value, review.Interviews.Count(known => known.Kind == Kind) + 1, context.Today,
                    Notes.Kept)));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record InterviewNoted(DateOnly On, Interview Interview) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Interviews = [.. review.Interviews, Interview] };
    }
}
