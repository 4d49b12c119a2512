using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Gives the handläggare of the board something to do (uppgift), after a final report.</summary>
    /// <param name="Assignment">The id that it gets.</param>
    /// <param name="Whom">Which of them, in words; empty: whoever comes first.</param>
    /// <param name="Longest">Of what is to be done, in characters.</param>
    /// <param name="Line">Longest line, in characters.</param>
    public sealed record GiveAssignment(
        Id Assignment, WrittenText What, WrittenText Whom, DateOnly? Until, int Longest, int Line) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (review.Seal is not null)
                return new Refusal(AssignmentGivingRefusals.IsSealed);
            if (review.Report is null)
                return new Refusal(AssignmentGivingRefusals.NoReport);
            return Decision.Unless<ReviewEvent>(
                [
                    .. TextChecks.Required(What, "what", Longest),
                    .. TextChecks.Optional(Whom, "whom", Line),
                    .. ReviewDecider.If(Until is null, AssignmentGivingRefusals.DayMissing, "until"),
                    .. ReviewDecider.If(Until < context.Today, AssignmentGivingRefusals.DayPassed, "until"),
                ],
                () => new ReviewEvent.AssignmentGiven(
                    context.Today, Assignment, What.Kept, Whom.IsEmpty ? null : Whom.Kept, Until!.Value));
        }
    }
}

public abstract partial record ReviewEvent
{
    /// <summary>The handläggare are to do something; it stands in their list because of it.</summary>
    public sealed record AssignmentGiven(
        DateOnly On, Id Assignment, TextReference What, TextReference? Whom, DateOnly Until) : Announcing(On)
    {
        internal override ReviewMatter Matter => new(MatterKind.Assignment, Assignment, On);
    }
}
