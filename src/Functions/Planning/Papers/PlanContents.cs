using System.Globalization;
using Oversight.Functions.Identity;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>What a plan tells, and so who reads it: the same on the page, in the API and as a document.</summary>
public static class PlanContents
{
    /// <summary>The class of the latest version, which is the one that is shown.</summary>
    public static ContentClass Of(PlanState state) => Of(PlanStandings.Of(state));

    public static ContentClass Of(PlanStanding standing) =>
        standing == PlanStanding.Draft ? ContentClass.PlanDraft : ContentClass.PlanPaper;

    public static IReadOnlyList<PlanVersion> VersionsFor(SignedInUser user, PlanState state)
    {
        var plan = state.PlanOrNone!;
        return [.. plan.Versions.Where(version => ContentAccess.Reads(user, ClassOf(version), plan.Board))];

        ContentClass ClassOf(PlanVersion version) => version.Number == plan.Latest.Number ? Of(state)
            : version.Number == plan.Presented?.Version ? ContentClass.PlanPaper : ContentClass.PlanDraft;
    }

    /// <summary>
    /// By rank for those who read the annex; to others the place in the list would tell the time of an unannounced
    /// visit.
    /// </summary>
    public static IReadOnlyList<PlannedReview> ReviewsInOrder(PlanContent content, bool exact) => exact
        ? content.Reviews
        : [.. content.Reviews.OrderBy(review => review.Unit.Name, SwedishOrder.Comparer)
            .ThenBy(review => review.Unit.UnitId.Value, StringComparer.Ordinal)];

    /// <summary>Which class decided is told to those who read the annex.</summary>
    public static PlanReason? Why(PlanReason? why, bool exact) => why?.Code switch
    {
        ChosenReasons.HighestClass or ChosenReasons.Lot when !exact => new PlanReason(ChosenReasons.Risk),
        _ => why,
    };

    /// <summary>How many concerns are not assessed is an exact number.</summary>
    public static IReadOnlyList<PlanNote> Notes(PlanContent content, bool exact) => exact
        ? content.Notes
        : [.. content.Notes.Select(note => note.Code == PlanNotes.ConcernsUnassessed ? new PlanNote(note.Code) : note)];
}
