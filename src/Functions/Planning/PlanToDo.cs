using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Planning;

/// <summary>What waits for the process owner: a plan to adopt, or a first draft to read.</summary>
internal sealed class PlanToDo(Views views, Municipality municipality) : IToDoSource
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

    private ToDoItem Item(PlanListRow plan) => new(
        $"{(plan.Standing == PlanStanding.ForMeeting ? "Fastställ" : "Läs utkastet till")} årsplan {plan.Year} för "
            + $"{municipality.BoardName(plan.Board)}",
        $"/arsplan/{plan.Board}/{plan.Year}", plan.MeetingDay ?? plan.PeriodFirst,
        Detail: $"{plan.Reviews} granskningar, version {plan.Version}");
}
