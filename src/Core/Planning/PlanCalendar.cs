using Oversight.Settings;

namespace Oversight.Planning;

/// <summary>Something the calendar asks for on a day.</summary>
public sealed record PlanDuty(DateOnly Day, BoardId Board, int Year, PlanDutyKind Kind);

public enum PlanDutyKind
{
    /// <summary>The year's first draft.</summary>
    Draft,

    /// <summary>The version that is presented to the board.</summary>
    PrepareForMeeting,
}

/// <summary>What the rules ask for on which day (R55).</summary>
public static class PlanCalendar
{
    /// <summary>
    /// What falls due after <paramref name="completed"/> and on or before <paramref name="today"/>, oldest first.
    /// </summary>
    public static IReadOnlyList<PlanDuty> Due(DateOnly completed, DateOnly today, MunicipalitySettings settings)
    {
        if (completed >= today)
            return [];
        var duties =
            from year in Enumerable.Range(completed.Year, today.Year - completed.Year + 1)
            let rules = settings.PlanningRulesOn(new DateOnly(year, 1, 1))
            where year >= rules.FirstPlanYear
            from board in settings.Boards
            from duty in new[]
            {
                new PlanDuty(rules.DraftDay(year), board.Id, year, PlanDutyKind.Draft),
                new PlanDuty(rules.PresentedVersionDay(settings.Meetings, board.Id, year), board.Id, year,
                    PlanDutyKind.PrepareForMeeting),
            }
            where duty.Day > completed && duty.Day <= today
            orderby duty.Day, duty.Kind, duty.Board.Value
            select duty;
        return [.. duties];
    }
}
