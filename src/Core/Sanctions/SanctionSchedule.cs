using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Waiting;

namespace Oversight.Sanctions;

/// <summary>When the papers of a sanction can be with its board, as deadlines add up.</summary>
public static class SanctionSchedule
{
    /// <summary>
    /// The first day on which the papers can be handed in: when the provider has answered or may no longer, and the
    /// åtgärdsplan that it is asked for has come.
    /// </summary>
    public static DateOnly ReadyOn(Sanction sanction, Review review, DateOnly today)
    {
        DateOnly[] days = [today, HeardOn(sanction, today), PlanOn(review, today)];
        return days.Max();
    }

    /// <summary>The first meeting that can be reached; null: a delegate decides, or there is none.</summary>
    public static Meeting? Earliest(Sanction sanction, SanctionSetup setup, DateOnly today) =>
        sanction.Terms.DecidedBy is null ? setup.Meetings.Earliest(ReadyOn(sanction, setup.Review, today)) : null;

    private static DateOnly HeardOn(Sanction sanction, DateOnly today) => sanction.Question switch
    {
        { NeedsHearing: false } => today,
        { Hearing: null } =>
            SwedishCalendar.WorkingDayOnOrAfter(today.AddDays(sanction.Terms.HearingDays)).AddDays(1),
        { Hearing: { } hearing } when hearing.IsOver(today) => today,
        { Hearing.Until: { } until } => until.AddDays(1),
        _ => today,
    };

    private static DateOnly PlanOn(Review review, DateOnly today) =>
        review.Plan is { HandedInOn: null, ApprovedOn: null } plan && plan.Until > today ? plan.Until : today;
}
