using Oversight.Texts;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Names the medically responsible (MAS, MAR) who take part where requirements of hälso- och sjukvårdslagen are
    /// judged (R13). Named again, they take the place of those named before.
    /// </summary>
    /// <param name="Nurse">medicinskt ansvarig sjuksköterska (MAS); may be empty.</param>
    /// <param name="Rehabilitation">medicinskt ansvarig för rehabilitering (MAR); may be empty.</param>
    public sealed record NameMedicalReviewers(WrittenText Nurse, WrittenText Rehabilitation, ReviewSetup Setup)
        : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context) =>
            Decision.Unless<ReviewEvent>(
                [
                    .. ReviewDecider.If(
                        Nurse.IsEmpty && Rehabilitation.IsEmpty, ReviewRefusals.MedicalReviewerUnnamed, "nurse"),
                    .. TextChecks.Optional(Nurse, "nurse", Setup.Line),
                    .. TextChecks.Optional(Rehabilitation, "rehabilitation", Setup.Line),
                ],
                () => new ReviewEvent.MedicalReviewersNamed(context.Today, new MedicalReviewers(
                    Nurse.IsEmpty ? null : Nurse.Kept, Rehabilitation.IsEmpty ? null : Rehabilitation.Kept)));
    }
}

public abstract partial record ReviewEvent
{
    public sealed record MedicalReviewersNamed(DateOnly On, MedicalReviewers Reviewers) : ToOpened(On)
    {
        internal override Review Change(Review review) => review with { Medical = Reviewers };
    }
}

/// <summary>
/// The medically responsible who take part in a review, as names for the documents: at least one of them is known.
/// </summary>
/// <param name="Nurse">medicinskt ansvarig sjuksköterska (MAS).</param>
/// <param name="Rehabilitation">medicinskt ansvarig för rehabilitering (MAR).</param>
public sealed record MedicalReviewers(TextReference? Nurse, TextReference? Rehabilitation);
