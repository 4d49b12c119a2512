namespace Oversight.Planning;

/// <summary>What is different between two versions of a plan.</summary>
/// <param name="Entered">Reviews that only the newer has.</param>
/// <param name="Left">Reviews that only the older has.</param>
/// <param name="Moved">In both, in different quarters.</param>
/// <param name="Same">How many are in both and in the same quarter.</param>
public sealed record PlanComparison(
    IReadOnlyList<PlannedReview> Entered, IReadOnlyList<LeftReview> Left, IReadOnlyList<MovedReview> Moved, int Same)
{
    public bool IsSame => Entered.Count + Left.Count + Moved.Count == 0;

    public static PlanComparison Of(PlanContent older, PlanContent newer)
    {
        var before = older.Reviews.ToDictionary(review => review.Unit.UnitId);
        var after = newer.Reviews.ToDictionary(review => review.Unit.UnitId);
        var notChosen = newer.NotChosen.ToDictionary(unit => unit.Unit.UnitId);
        var both = newer.Reviews.Where(review => before.ContainsKey(review.Unit.UnitId)).ToList();
        var moved = both.Where(review => before[review.Unit.UnitId].Quarter != review.Quarter).ToList();
        return new PlanComparison(
            [.. newer.Reviews.Where(review => !before.ContainsKey(review.Unit.UnitId))],
            [
                .. older.Reviews.Where(review => !after.ContainsKey(review.Unit.UnitId))
                    .Select(review => new LeftReview(review, notChosen.GetValueOrDefault(review.Unit.UnitId))),
            ],
            [.. moved.Select(review => new MovedReview(before[review.Unit.UnitId].Quarter, review))],
            both.Count - moved.Count);
    }
}

/// <param name="Now">Why the newer plan has it not; null: the unit is not in it at all.</param>
public sealed record LeftReview(PlannedReview Review, UnitNotChosen? Now);

/// <param name="From">The quarter that it had, 1-4.</param>
public sealed record MovedReview(int From, PlannedReview Now);
