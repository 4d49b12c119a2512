using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>What has come of a planned review.</summary>
public enum PlannedReviewOutcome
{
    /// <summary>Its quarter has not ended, and nobody has begun.</summary>
    [StoredName("ahead")]
    Ahead,

    /// <summary>Its quarter has ended, and nobody has begun: a miss.</summary>
    [StoredName("missed")]
    Missed,

    /// <summary>Taken away when the plan was revised.</summary>
    [StoredName("takenAway")]
    TakenAway,

    /// <summary>There is a final report, in time or late.</summary>
    [StoredName("reported")]
    Reported,

    [StoredName("underway")]
    Underway,
}

/// <param name="Review">Null: it has not been opened yet, or cannot be told of.</param>
public sealed record ReviewOutcome(PlannedReview Planned, PlannedReviewOutcome Outcome, ReviewFact? Review);

/// <summary>A year's plan against what came of it, in numbers.</summary>
/// <param name="Year">Of the plan.</param>
/// <param name="AsOf">The day it was counted.</param>
/// <param name="Explained">Of the missed ones: how many have a reason.</param>
public sealed record PlanOutcomeSummary(
    int Year, DateOnly AsOf, int Planned, int Reported, int Underway, int Ahead, int Missed, int Explained);

/// <summary>The plan against the outcome (R54): a query, at any time of the year and after it.</summary>
public static class PlanOutcome
{
    /// <param name="reviews">The board's reviews that may be told of.</param>
    public static IReadOnlyList<ReviewOutcome> Of(Plan plan, IEnumerable<ReviewFact> reviews, DateOnly today)
    {
        var known = reviews.ToLookup(review => (review.UnitId, review.PlanYear));
        return
        [
            .. plan.Content.Reviews.Select(planned =>
            {
                // One that was carried over may have begun as that of the earlier plan.
                var review = known[(planned.Unit.UnitId, plan.Year)].LastOrDefault()
                    ?? known[(planned.Unit.UnitId, planned.CarriedOverFrom)].LastOrDefault(one =>
                        planned.CarriedOverFrom is not null && one.StartedOn is not null);
                return new ReviewOutcome(planned, Of(planned, review, plan.Content, today), review);
            }),
        ];
    }

    public static PlanOutcomeSummary Summary(Plan plan, IEnumerable<ReviewFact> reviews, DateOnly today)
    {
        var all = Of(plan, reviews, today);
        int Count(PlannedReviewOutcome outcome) => all.Count(one => one.Outcome == outcome);
        return new PlanOutcomeSummary(
            plan.Year, today, all.Count, Count(PlannedReviewOutcome.Reported), Count(PlannedReviewOutcome.Underway),
            Count(PlannedReviewOutcome.Ahead),
            Count(PlannedReviewOutcome.Missed) + Count(PlannedReviewOutcome.TakenAway),
            all.Count(one => one.IsMiss && plan.Explained.Any(miss => miss.UnitId == one.Planned.Unit.UnitId)));
    }

    private static PlannedReviewOutcome Of(
        PlannedReview planned, ReviewFact? review, PlanContent content, DateOnly today)
    {
        var quarterOver = content.PeriodFirst.AddMonths(3 * planned.Quarter) <= today;
        return review?.Stage switch
        {
            ReviewStage.Reported => PlannedReviewOutcome.Reported,
            ReviewStage.Ended or ReviewStage.Dropped => PlannedReviewOutcome.TakenAway,
            ReviewStage.Underway => PlannedReviewOutcome.Underway,
            _ => quarterOver ? PlannedReviewOutcome.Missed : PlannedReviewOutcome.Ahead,
        };
    }

    extension(ReviewOutcome one)
    {
        /// <summary>It wants a reason.</summary>
        public bool IsMiss => one.Outcome is PlannedReviewOutcome.Missed or PlannedReviewOutcome.TakenAway;
    }
}
