using Oversight.Settings;
using Oversight.Waiting;

namespace Oversight.Concerns;

/// <summary>
/// Whose decision on a proposed påkallad granskning is awaited, and the days that the rules gave when it began.
/// </summary>
/// <param name="From">The role whose turn it is.</param>
/// <param name="DecideBy">The last day for it; a working day.</param>
/// <param name="RemindOn">After the first day, and on <paramref name="DecideBy"/> at the latest; a working day.</param>
public sealed record DecisionWait(Role From, DateOnly DecideBy, DateOnly RemindOn)
{
    /// <summary>R41: the unit decides, by its enhetschef.</summary>
    public const Role Decider = Role.UnitManager;

    public static DecisionWait ForDecider(DateOnly from, TriggeredReviewRules rules) =>
        For(Decider, from, rules.DecisionDays, rules);

    public static DecisionWait ForSubstitute(DateOnly from, TriggeredReviewRules rules) =>
        For(rules.Substitute, from, rules.SubstituteDays, rules);

    private static DecisionWait For(Role role, DateOnly from, int days, TriggeredReviewRules rules)
    {
        var decideBy = SwedishCalendar.WorkingDayOnOrAfter(from.AddDays(days));
        return new(role, decideBy, SwedishCalendar.WorkingDayOnOrAfter(decideBy.AddDays(-rules.ReminderDaysBefore)));
    }
}
