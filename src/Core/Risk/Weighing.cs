using System.Globalization;
using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>Weighs concerns as of a day: assessed or not, and how near they are.</summary>
internal sealed class Weighing(RiskModel model, DateOnly asOf)
{
    public RiskModel Model { get; } = model;

    public decimal Weight(ConcernFact concern) => concern.Weighting switch
    {
        ConcernWeighting.Assessed => 1m,
        ConcernWeighting.Unassessed => Model.UnassessedWeight,
        _ => 0m,
    };

    /// <summary>By the day it was received: what is told now is news, whenever it happened.</summary>
    public int Age(ConcernFact concern) => asOf.DayNumber - concern.Received.DayNumber;

    public decimal Nearness(ConcernFact concern) =>
        Math.Round(1 - ((decimal)Age(concern) / Model.Usual.WindowDays), 6);

    /// <summary>What the avtalsenkäter tell as of the day.</summary>
    public IReadOnlyList<(SurveySignal Signal, decimal Weight)> Weigh(IEnumerable<SurveySignal> signals) =>
        SurveyWeights.Of(signals, asOf, Model.Surveys);
}

/// <summary>Where a sum of points falls.</summary>
internal static class Levels
{
    public static int Of(decimal points, IReadOnlyList<decimal> levels) => 1 + levels.Count(level => level <= points);
}

/// <summary>Short forms for contributions and their arguments.</summary>
internal static class Parts
{
    public static Contribution From(ConcernFact concern, string rule, decimal points, params string[] arguments) =>
        new(rule, points, concern.Source, concern.ConcernId, concern.Reference, concern.Received, arguments);

    public static Contribution OneVoice(ConcernFact concern, DateOnly since, decimal most) => From(
        concern, RiskRules.OneVoice, 0, since.ToString("O", CultureInfo.InvariantCulture), Text(most));

    public static string[] Graveness(ConcernFact concern, SeverityRules rules) =>
    [
        Gravity.Of(concern, rules).ToString(CultureInfo.InvariantCulture),
        concern.Severity is null ? "assumed" : "assessed", concern.Consequence.Value,
    ];

    /// <summary>The one place where a number that is not exact becomes one that is.</summary>
    public static decimal Rounded(double number) => Math.Round((decimal)number, 6);

    public static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(double number) => Text(Rounded(number));
}
