using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>A concern with how far it counts on each axis (0-1): assessed or not, faded by its age.</summary>
internal sealed record WeighedConcern(ConcernFact Fact, decimal SeverityWeight, decimal LikelihoodWeight);

/// <summary>
/// Weighs concerns as of a day. Weights are rounded once, here, to six decimals; everything after is exact, so that
/// sums do not depend on order.
/// </summary>
internal sealed class Weighing(RiskModel model, DateOnly asOf)
{
    private readonly DateOnly _firstDay = model.FirstDayFor(asOf);
    private readonly decimal[] _severityFade = Fade(model.Severity.HalfLifeDays, model.MaxAgeDays);
    private readonly decimal[] _likelihoodFade = Fade(model.Likelihood.HalfLifeDays, model.MaxAgeDays);

    public RiskModel Model { get; } = model;

    public bool IsInTime(ConcernFact concern) => concern.Received <= asOf && concern.Occurred >= _firstDay;

    public WeighedConcern Weigh(ConcernFact concern)
    {
        var standing = concern.Weighting switch
        {
            ConcernWeighting.Assessed => 1m,
            ConcernWeighting.Unassessed => Model.UnassessedWeight,
            _ => 0m,
        };
        var age = Age(concern);
        return new WeighedConcern(concern, standing * _severityFade[age], standing * _likelihoodFade[age]);
    }

    /// <summary>What the avtalsenkäter tell as of the day.</summary>
    public IReadOnlyList<(SurveySignal Signal, decimal Weight)> Weigh(IEnumerable<SurveySignal> signals) =>
        SurveyWeights.Of(signals, asOf, Model.Surveys);

    private int Age(ConcernFact concern) => Math.Max(0, asOf.DayNumber - concern.Occurred.DayNumber);

    private static decimal[] Fade(int halfLife, int maxAge) =>
        [.. Enumerable.Range(0, maxAge + 1)
            .Select(age => Math.Round((decimal)Math.Pow(0.5, (double)age / halfLife), 6))];
}

/// <summary>Where a sum of points falls.</summary>
internal static class Levels
{
    public static int Of(decimal points, IReadOnlyList<decimal> levels) => 1 + levels.Count(level => level <= points);
}
