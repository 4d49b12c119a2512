using Oversight.Settings;
using Oversight.Texts;
using Oversight.Waiting;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>
    /// Sets one final date for all findings (R82), or moves it, and plans the follow-up before it and the check after
    /// it (R107, R108).
    /// </summary>
    /// <param name="FollowUpOn">null: as the rules have it for the gravest open finding (R71).</param>
    /// <param name="CheckOn">The same.</param>
    /// <param name="Reason">Must be there when the final date is moved.</param>
    public sealed record SetFinalDate(
        DateOnly? Day, DateOnly? FollowUpOn, DateOnly? CheckOn, WrittenText Reason, ReviewSetup Setup) : ByReviewer
    {
        internal override Decision<ReviewEvent> DecideFor(Review review, CommandContext context)
        {
            if (!review.Findings.Any(finding => finding.IsOpen))
                return new Refusal(ReviewRefusals.NothingRemains);
            var rule = FinalDates.RuleOf(Setup.Rules, review);
            var isMoved = review.FinalDate is { } known && known.Day != Day;
            var (followUp, check) = Day is { } last
                ? (FollowUpOn ?? FinalDates.Before(rule, last, context.Today), CheckOn ?? FinalDates.After(rule, last))
                : (FollowUpOn, CheckOn);
            Refusal[] faults =
            [
                .. DayFaults(review, context),
                .. FollowUpFaults(followUp, check, context),
                .. isMoved
                    ? TextChecks.Required(Reason, "reason", Setup.Reason)
                    : TextChecks.Optional(Reason, "reason", Setup.Reason),
                .. ReviewDecider.If(
                    review.FinalDate is { IsOver: false } before
                    && (before.Day, before.FollowUpOn, before.CheckOn) == (Day, followUp, check),
                    ReviewRefusals.NothingChanged, "day"),
            ];
            return Decision.Unless<ReviewEvent>(faults, () => new ReviewEvent.FinalDateSet(
                context.Today, Day!.Value, followUp!.Value, check!.Value, Reason.IsEmpty ? null : Reason.Kept));
        }

        private IEnumerable<Refusal> DayFaults(Review review, CommandContext context)
        {
            if (Day is not { } day)
                yield return new Refusal(ReviewRefusals.DayMissing, "day");
            else if (review.FinalDate is { IsDecided: true, Day: var decided } && decided != day)
                yield return new Refusal(ReviewRefusals.FinalDateDecided, "day", $"{decided:yyyy-MM-dd}");
            else if (day <= context.Today)
                yield return new Refusal(ReviewRefusals.DayTooEarly, "day");
        }

        private IEnumerable<Refusal> FollowUpFaults(DateOnly? followUp, DateOnly? check, CommandContext context)
        {
            if (Day is not { } day || day <= context.Today)
                yield break;
            if (followUp is null)
                yield return new Refusal(ReviewRefusals.DayMissing, "followUpOn");
            else if (followUp >= day)
                yield return new Refusal(ReviewRefusals.FollowUpNotBefore, "followUpOn");
            else if (followUp < context.Today)
                yield return new Refusal(ReviewRefusals.DayTooEarly, "followUpOn");
            if (check is null)
                yield return new Refusal(ReviewRefusals.DayMissing, "checkOn");
            else if (check <= day)
                yield return new Refusal(ReviewRefusals.CheckNotAfter, "checkOn");
        }
    }

    /// <summary>
    /// Moves the final date to the one that was decided with a sanction; the follow-up and the check move with it, and
    /// the report does not. By the system.
    /// </summary>
    /// <param name="Rules">For a review that has no final date of its own.</param>
    public sealed record MoveFinalDate(DateOnly Day, ReviewRules Rules) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context)
        {
            if (state is not { Review: { Report: not null } review, Status: not ReviewStatus.Closed }
                || review.FinalDate is { IsDecided: true, Day: var known } && known == Day)
                return Decision.Accept<ReviewEvent>();
            var (followUp, check) = review.FinalDate is { } before
                ? FinalDates.Moved(before, Day, context.Today)
                : (FinalDates.Before(FinalDates.RuleOf(Rules, review), Day, context.Today) ?? Day.AddDays(-1),
                    FinalDates.After(FinalDates.RuleOf(Rules, review), Day) ?? Day.AddDays(1));
            return new ReviewEvent.FinalDateMoved(context.Today, Day, followUp, check);
        }
    }
}

public abstract partial record ReviewEvent
{
    public sealed record FinalDateSet(
        DateOnly On, DateOnly Day, DateOnly FollowUpOn, DateOnly CheckOn, TextReference? Reason) : ToOpened(On)
    {
        internal override Review Change(Review review) => (review with
        {
            FinalDate = new FinalDate(Day, FollowUpOn, CheckOn)
            {
                IsDecided = review.FinalDate is { IsDecided: true, Day: var day } && day == Day,
            },
            Followed = [],
        }).ForgetFollowUp();
    }

    /// <summary>By a decision on a sanction.</summary>
    public sealed record FinalDateMoved(DateOnly On, DateOnly Day, DateOnly FollowUpOn, DateOnly CheckOn)
        : ToOpened(On)
    {
        internal override Review Change(Review review)
        {
            // Checked and found wanting, a new final date begins anew; what is made already stays made otherwise.
            var begins = review.FinalDate is not { } known
                || (known.IsOver && review.Findings.Any(finding => finding.IsOpen));
            return (review with
            {
                FinalDate = new FinalDate(Day, FollowUpOn, CheckOn)
                {
                    IsDecided = true,
                    IsFollowedUp = !begins && review.FinalDate!.IsFollowedUp,
                    IsOver = !begins && review.FinalDate!.IsOver,
                },
            }).ForgetFollowUp();
        }
    }
}

/// <summary>The days that hang on a final date.</summary>
internal static class FinalDates
{
    /// <summary>By the gravest finding that is open (R71); null: the rules say nothing of it.</summary>
    public static FollowUpRule? RuleOf(ReviewRules rules, Review review) =>
        review.ByGravity.FirstOrDefault(finding => finding.IsOpen) is { Severity: var gravest }
            ? rules.FollowUps.FirstOrDefault(rule => rule.Severity == gravest)
            : null;

    /// <summary>Before the final date and not before today; null: the rules have none.</summary>
    public static DateOnly? Before(FollowUpRule? rule, DateOnly day, DateOnly today) => rule is null
        ? null
        : Preceding(SwedishCalendar.WorkingDayOnOrAfter(Later(day.AddDays(-rule.DaysBefore), today)), day, today);

    public static DateOnly? After(FollowUpRule? rule, DateOnly day) =>
        rule is null ? null : SwedishCalendar.WorkingDayOnOrAfter(day.AddDays(rule.CheckDaysAfter));

    /// <summary>As far from the new final date as they were from the old one.</summary>
    public static (DateOnly FollowUp, DateOnly Check) Moved(FinalDate known, DateOnly day, DateOnly today)
    {
        var days = day.DayNumber - known.Day.DayNumber;
        return (Preceding(known.FollowUpOn.AddDays(known.IsFollowedUp && !known.IsOver ? 0 : days), day, today),
            known.CheckOn.AddDays(days));
    }

    private static DateOnly Preceding(DateOnly wanted, DateOnly day, DateOnly today)
    {
        var possible = Later(wanted, today);
        return possible < day ? possible : day.AddDays(-1);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
