using System.Globalization;
using Oversight.Settings;

namespace Oversight.Risk;

/// <summary>
/// What the findings of a unit's reports tell (R35): those that remain, those that should have been remedied by now,
/// and those that have been found before. What is remedied in time and for the first time tells nothing.
/// </summary>
internal sealed class FindingWeights
{
    private readonly FindingRule? rule;
    private readonly IReadOnlyList<ReviewFact> reported;
    private readonly DateOnly asOf;

    public FindingWeights(IEnumerable<ReviewFact> reviews, DateOnly asOf, FindingRule? rule)
    {
        (this.rule, this.asOf) = (rule, asOf);
        reported = rule is null
            ? []
            :
            [
                .. reviews.Where(review => review.ReportedOn is { } on && on <= asOf
                        && asOf.DayNumber - on.DayNumber <= rule.MaxAgeDays)
                    .OrderByDescending(review => review.ReportedOn)
                    .ThenBy(review => review.ReviewId.Value, StringComparer.Ordinal),
            ];
    }

    public IEnumerable<Contribution> Severity() => Remaining(
        (review, finding) => Part(
            RiskRules.FindingRemains, rule!.Severity[finding.Severity - 1], review, Text(finding.Severity)));

    public IEnumerable<Contribution> Likelihood()
    {
        if (rule is null)
            return [];
        var overdue = reported.Where(review => review.FinalDate < asOf && review.Findings.Any(found => found.Remains))
            .Select(review => Part(
                RiskRules.FindingsOverdue, rule.Overdue, review,
                review.FinalDate!.Value.ToString("O", CultureInfo.InvariantCulture)))
            .Take(1);
        return
        [
            .. Remaining((review, finding) =>
                Part(RiskRules.FindingRemains, rule.Likelihood, review, Text(finding.Severity))),
            .. overdue,
            .. Repeated().Take(rule.MostCounted).Select(found =>
                Part(RiskRules.FindingRepeated, rule.Repeated, found.Review, found.Requirement.Value)),
        ];
    }

    /// <summary>The gravest first, no more than the model says.</summary>
    private IEnumerable<Contribution> Remaining(Func<ReviewFact, FindingFact, Contribution> part) => rule is null
        ? []
        : reported.SelectMany(review => review.Findings.Where(finding => finding.Remains)
                .Select(finding => (Review: review, Finding: finding)))
            .OrderByDescending(found => found.Finding.Severity)
            .ThenBy(found => found.Finding.Requirement.Value, StringComparer.Ordinal)
            .Take(rule.MostCounted).Select(found => part(found.Review, found.Finding));

    /// <summary>Requirements that more than one report found not met, with the newest report.</summary>
    private IEnumerable<(ReviewFact Review, CodeId Requirement)> Repeated() => reported
        .SelectMany(review => review.Findings.Select(finding => finding.Requirement).Distinct()
            .Select(requirement => (Review: review, Requirement: requirement)))
        .GroupBy(found => found.Requirement).Where(found => found.Count() > 1)
        .Select(found => found.First()).OrderBy(found => found.Requirement.Value, StringComparer.Ordinal);

    private static Contribution Part(string code, decimal points, ReviewFact review, string argument) =>
        new(code, points, review.Source, null, null, review.ReportedOn, [argument, review.Reference]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
