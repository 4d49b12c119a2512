namespace Oversight.Risk;

/// <summary>What is known of units beside the register and the concerns about them.</summary>
/// <param name="Surveys">What the avtalsenkäter tell.</param>
/// <param name="Reviews">Their reviews; those of a later day than the analysis do not count.</param>
public sealed record ToldOfUnits(IReadOnlyList<SurveySignal> Surveys, IReadOnlyList<ReviewFact> Reviews)
{
    public static ToldOfUnits Nothing { get; } = new([], []);

    /// <summary>Classes that people have judged units to have, in force or not.</summary>
    public IReadOnlyList<ClassJudgement> Judged { get; init; } = [];

    /// <summary>The same of one unit.</summary>
    public ToldOfUnits Of(Id unit) => new(
        [.. Surveys.Where(signal => signal.UnitId == unit)], [.. Reviews.Where(review => review.UnitId == unit)])
    {
        Judged = [.. Judged.Where(judged => judged.UnitId == unit)],
    };
}

/// <summary>A class that a person has judged a unit to have, beside the one that is computed.</summary>
/// <param name="Computed">What the analysis gave on the day when it was judged.</param>
/// <param name="From">The day when it was judged, a Stockholm day.</param>
/// <param name="Until">The last day that it counts.</param>
public sealed record ClassJudgement(Id UnitId, CodeId Class, CodeId Computed, DateOnly From, DateOnly Until)
{
    /// <summary>The day when it was ended or another took its place; it does not count on that day.</summary>
    public DateOnly? EndedOn { get; init; }

    public required TextReference Reason { get; init; }

    /// <summary>A past day is answered as it was: what was judged or ended later is not seen.</summary>
    public bool IsInForceOn(DateOnly day) => From <= day && day <= Until && !(EndedOn <= day);
}
