namespace Oversight.Risk;

/// <summary>What an avtalsenkät tells the risk analysis (R50).</summary>
public enum SurveySignalKind
{
    /// <summary>Nobody answered in time, and a person has confirmed that as a brist (R104).</summary>
    [StoredName("silence")]
    Silence,

    /// <summary>A reply that something else tells against, as a person has judged it.</summary>
    [StoredName("contradiction")]
    Contradiction,

    /// <summary>The provider itself says that a term is not kept.</summary>
    [StoredName("deviation")]
    Deviation,
}

/// <summary>One thing that a unit's avtalsenkät tells.</summary>
public sealed record SurveySignal
{
    public required Id SurveyId { get; init; }

    public required Id UnitId { get; init; }

    /// <summary>Of the round.</summary>
    public required int Year { get; init; }

    public required SurveySignalKind Kind { get; init; }

    /// <summary>The question; null for a silence.</summary>
    public required CodeId? Question { get; init; }

    /// <summary>Since when: the day of the answer, or the last day that passed.</summary>
    public required DateOnly On { get; init; }

    /// <summary>A person has confirmed it; otherwise it is what the provider says.</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The event that made it so: stream id and version.</summary>
    public required string Source { get; init; }
}

/// <summary>
/// Which signals of a unit count and for how much: those of its newest survey, the confirmed ones first, no more than
/// the model says. A unit is not worse off for answering honestly than for not answering.
/// </summary>
internal static class SurveyWeights
{
    public static IReadOnlyList<(SurveySignal Signal, decimal Weight)> Of(
        IEnumerable<SurveySignal> signals, DateOnly asOf, Settings.SurveyRule? rule)
    {
        if (rule is null)
            return [];
        var inTime = signals.Where(signal =>
            signal.On <= asOf && asOf.DayNumber - signal.On.DayNumber <= rule.MaxAgeDays).ToList();
        if (inTime.Count == 0)
            return [];
        var newest = inTime.Max(signal => signal.Year);
        return
        [
            .. inTime.Where(signal => signal.Year == newest)
                .OrderBy(signal => signal.Kind).ThenByDescending(signal => signal.IsConfirmed)
                .ThenBy(signal => signal.Question?.Value ?? "", StringComparer.Ordinal)
                .Select((signal, index) => (
                    signal,
                    index >= rule.MostCounted ? 0
                    : signal.IsConfirmed || signal.Kind == SurveySignalKind.Silence ? 1 : rule.ClaimedWeight)),
        ];
    }

    /// <summary>One contribution for each signal, on either axis.</summary>
    public static IEnumerable<Contribution> Contributions(
        IReadOnlyList<(SurveySignal Signal, decimal Weight)> signals, decimal silence, decimal other) =>
        signals.Select(weighed => new Contribution(
            weighed.Signal.Kind switch
            {
                SurveySignalKind.Silence => RiskRules.SurveySilence,
                SurveySignalKind.Contradiction => RiskRules.SurveyContradiction,
                _ => RiskRules.SurveyDeviation,
            },
            weighed.Weight * (weighed.Signal.Kind == SurveySignalKind.Silence ? silence : other),
            weighed.Signal.Source, null, null, weighed.Signal.On,
            [
                FormattableString.Invariant($"{weighed.Signal.Year}"), weighed.Signal.Question?.Value ?? "",
                weighed.Signal.IsConfirmed ? "confirmed" : "claimed",
                weighed.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ]));
}
