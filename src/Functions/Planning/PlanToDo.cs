using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Planning;

/// <summary>What waits for the process owner: a plan to adopt, or a first draft to read.</summary>
internal sealed class PlanToDo(Views views, Municipality municipality, SettingsProvider settings) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.AdoptPlan);
        if (boards.Count == 0)
            return [];
        var plans = await views.ReadAllAsync<PlanListRow>(PlanStream.Partition, cancellation);
        return [
            .. plans.Where(plan => boards.Contains(plan.Board) && plan.Standing != PlanStanding.Adopted
                && plan.PeriodLast >= today).Select(Item)];
    }

    /// <summary>handlingsstopp: on the day of the meeting it is too late.</summary>
    private DateOnly DueOn(PlanListRow plan) => settings.Current.Settings.Meetings
        .FirstOrDefault(meeting => meeting.Board == plan.Board && meeting.Day == plan.MeetingDay)?.PapersStop
            ?? plan.PeriodFirst;

    private ToDoItem Item(PlanListRow plan) => new(
        $"{(plan.Standing == PlanStanding.ForMeeting ? "Fastställ" : "Läs utkastet till")} årsplan {plan.Year} för "
            + $"{municipality.BoardName(plan.Board)}",
        $"/arsplan/{plan.Board}/{plan.Year}", DueOn(plan),
        Detail: $"{plan.Reviews} granskningar, version {plan.Version}");
}
