using Oversight.Functions.Storage;
using Oversight.Reviews;
using Oversight.Risk;

namespace Oversight.Functions.Reviews;

/// <summary>What a review tells the risk analysis and the årsplan.</summary>
internal static class ReviewFacts
{
    public static ReviewFact Of(StreamHead head, ReviewState state)
    {
        var review = state.Review!;
        return new ReviewFact
        {
            ReviewId = head.Id,
            Reference = head.Id.Reference(ReviewPartitions.ReferenceKind),
            UnitId = review.Unit.UnitId,
            AgreementId = review.Unit.AgreementId,
            Stage = Stage(state, review),
            PlanYear = review.Origin.PlanYear,
            StartedOn = review.StartedOn,
            ReportedOn = review.Report?.On,
            Findings = review.Report is null
                ? []
                :
                [
                    .. review.Findings.Select(finding =>
                        new FindingFact(finding.Requirement, finding.Severity, finding.Remains)),
                ],
            FinalDate = review.FinalDate?.Day,
            Concerns = [.. review.Origin.Concerns.Select(concern => concern.ConcernId)],
            Source = $"{head.StreamId}@{head.Version}",
        };
    }

    private static ReviewStage Stage(ReviewState state, Review review) => (state.Status, review) switch
    {
        (ReviewStatus.ToStart, _) => ReviewStage.ToStart,
        (_, { Report: not null }) => ReviewStage.Reported,
        (ReviewStatus.Closed, { StartedOn: null }) => ReviewStage.Dropped,
        (ReviewStatus.Closed, _) => ReviewStage.Ended,
        _ => ReviewStage.Underway,
    };
}
