using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>
/// The hash by which a plan knows that its input is the same: the facts, and what the analysis made of them. The day is
/// left out, and points that fade from day to day with it; a class or an order that changes by time alone is a change.
/// </summary>
internal static class PlanFingerprint
{
    public static string Of(PlanInput input, PlanContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, input.Board.Value, Text(input.Year), Text(content.PeriodFirst), Text(content.PeriodLast),
            Text(content.MeetingDay), content.ModelVersion);
        if (content.Budget is { } budget)
            Add(hash,
                [
                    .. budget.DaysPerQuarter.Select(Text), Text(budget.LongestYears), Text(budget.NewWithinMonths),
                    Text(budget.MinimumShare), Text(budget.RandomShare),
                ]);
        foreach (var unit in input.Units.OrderBy(unit => unit.UnitId.Value, StringComparer.Ordinal))
            Add(hash, unit);
        foreach (var concern in input.Concerns.OrderBy(concern => concern.ConcernId.Value, StringComparer.Ordinal))
            Add(hash, concern);
        foreach (var signal in input.Surveys.OrderBy(signal => signal.SurveyId.Value, StringComparer.Ordinal)
            .ThenBy(signal => signal.Kind).ThenBy(signal => signal.Question?.Value ?? "", StringComparer.Ordinal))
            Add(hash, signal);
        foreach (var review in input.Reviews.OrderBy(review => review.ReviewId.Value, StringComparer.Ordinal))
            Add(hash, review);
        foreach (var review in content.Reviews)
            Add(hash,
                ["review", Text(review.Rank), Text(review.Quarter), review.Unannounced ? "unannounced" : "announced",
                    Text(review.Days), review.Why?.Code ?? "", .. review.Why?.Arguments ?? [],
                    .. Judged(review.Unit)]);
        foreach (var unit in content.NotChosen)
            Add(hash, ["not-chosen", Text(unit.Rank), unit.Reason, .. unit.Arguments, .. Judged(unit.Unit)]);
        foreach (var method in content.Common)
            Add(hash, "common", method);
        foreach (var provider in content.Providers)
        {
            Add(hash, "provider", provider.ProviderId.Value, provider.Name, Text(provider.Units));
            foreach (var method in provider.Methods)
                Add(hash, "own", method);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Which facts there were, each as the event that made it what it is.</summary>
    public static PlanFacts FactsOf(PlanInput input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, [.. input.Units.Select(unit => unit.Source).Order(StringComparer.Ordinal)]);
        Add(hash, [.. input.Concerns.Select(concern => concern.Source).Order(StringComparer.Ordinal)]);
        if (input.Surveys.Count > 0)
            Add(hash, [.. input.Surveys.Select(signal => signal.Source).Order(StringComparer.Ordinal)]);
        if (input.Reviews.Count > 0)
            Add(hash, [.. input.Reviews.Select(review => review.Source).Order(StringComparer.Ordinal)]);
        return new PlanFacts(input.Units.Count, input.Concerns.Count,
            Convert.ToHexStringLower(hash.GetHashAndReset())[..32]);
    }

    private static void Add(IncrementalHash hash, UnitFact unit) => Add(
        hash, "unit", unit.UnitId.Value, unit.ProviderId.Value, unit.AgreementId.Value, unit.Name, unit.ProviderName,
        unit.AgreementArea.Value, Text(unit.Customers), Text(unit.Children),
        unit.ManagerChangeNotNotified ? "late" : "", Text(unit.ValidFrom), Text(unit.ValidTo));

    private static void Add(IncrementalHash hash, ConcernFact concern) => Add(
        hash, "concern", concern.ConcernId.Value, concern.UnitId.Value, Text(concern.Occurred), Text(concern.Received),
        concern.ReporterKey, concern.Weighting.ToString(), Text(concern.Severity), concern.Area?.Value ?? "",
        concern.Category?.Value ?? "", concern.Consequence.Value);

    private static void Add(IncrementalHash hash, SurveySignal signal) => Add(
        hash, "survey", signal.SurveyId.Value, signal.UnitId.Value, Text(signal.Year), $"{signal.Kind}",
        signal.Question?.Value ?? "", Text(signal.On), signal.IsConfirmed ? "confirmed" : "claimed");

    private static void Add(IncrementalHash hash, ReviewFact review) => Add(
        hash,
        [
            "reviewed", review.ReviewId.Value, review.UnitId.Value, $"{review.Stage}", Text(review.PlanYear),
            Text(review.ReportedOn), Text(review.FinalDate),
            .. review.Findings.Select(finding =>
                $"{finding.Requirement}/{Text(finding.Severity)}/{(finding.Remains ? "remains" : "")}"),
        ]);

    private static void Add(IncrementalHash hash, string kind, PlannedMethod method) => Add(
        hash, kind, $"{method.Method}", $"{method.Owner}", method.Name ?? "", Text(method.From), Text(method.Until));

    private static IEnumerable<string> Judged(PlanUnit unit) =>
    [
        unit.UnitId.Value, unit.ClassId.Value, unit.ClassName, Text(unit.Severity), Text(unit.Likelihood),
        unit.Area?.Value ?? "", .. unit.Reasons.SelectMany(reason => reason.Arguments.Prepend(reason.Code)),
    ];

    /// <summary>Each value with its length before it, so that no two lists of values are written alike.</summary>
    private static void Add(IncrementalHash hash, params IReadOnlyList<string> values)
    {
        var line = new StringBuilder();
        foreach (var value in values)
            line.Append(value.Length).Append(':').Append(value);
        hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(int? number) => number is { } known ? Text(known) : "";

    private static string Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
