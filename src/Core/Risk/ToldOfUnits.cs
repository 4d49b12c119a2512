namespace Oversight.Risk;

/// <summary>What is known of units beside the register and the concerns about them.</summary>
/// <param name="Surveys">What the avtalsenkäter tell.</param>
/// <param name="Reviews">Their reviews; those of a later day than the analysis do not count.</param>
public sealed record ToldOfUnits(IReadOnlyList<SurveySignal> Surveys, IReadOnlyList<ReviewFact> Reviews)
{
    public static ToldOfUnits Nothing { get; } = new([], []);

    /// <summary>The same of one unit.</summary>
    public ToldOfUnits Of(Id unit) => new(
        [.. Surveys.Where(signal => signal.UnitId == unit)], [.. Reviews.Where(review => review.UnitId == unit)]);
}
