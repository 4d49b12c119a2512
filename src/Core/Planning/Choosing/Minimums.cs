using Oversight.Risk;

namespace Oversight.Planning;

/// <summary>
/// An agreement that must be reviewed in the period, whatever its risk: too long since the last report, or new and not
/// reviewed in time.
/// </summary>
/// <param name="DueOn">The day by which the rules want a report.</param>
/// <param name="LastReport">Null: never reviewed.</param>
/// <param name="Since">The first day of its first unit.</param>
internal sealed record DueAgreement(Id AgreementId, DateOnly DueOn, DateOnly? LastReport, DateOnly Since)
{
    public PlanReason Why => LastReport is { } last
        ? new PlanReason(ChosenReasons.LongAgo, PlanMaker.Text(last))
        : new PlanReason(ChosenReasons.NeverReviewed, PlanMaker.Text(Since));
}

internal static class Minimums
{
    /// <summary>Those that are due before the period ends, the longest overdue first.</summary>
    public static IReadOnlyList<DueAgreement> Due(PlanInput input, DateOnly periodLast)
    {
        var rules = input.Choice;
        var reports = input.Reviews.Where(review => review.ReportedOn is not null)
            .ToLookup(review => review.AgreementId, review => review.ReportedOn!.Value);
        return
        [
            .. input.Units.GroupBy(unit => unit.AgreementId)
                .Select(units =>
                {
                    var since = units.Min(unit => unit.ValidFrom);
                    DateOnly? last = reports[units.Key].Any() ? reports[units.Key].Max() : null;
                    var due = last?.AddYears(rules.LongestYears) ?? since.AddMonths(rules.NewWithinMonths);
                    return new DueAgreement(units.Key, due, last, since);
                })
                .Where(agreement => agreement.DueOn <= periodLast)
                .OrderBy(agreement => agreement.DueOn)
                .ThenBy(agreement => agreement.AgreementId.Value, StringComparer.Ordinal),
        ];
    }
}
