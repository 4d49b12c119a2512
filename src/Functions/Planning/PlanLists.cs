using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Planning;

/// <summary>The årsplaner of the person's boards, as far as their standing lets the person read them.</summary>
public sealed class PlanLists(Views views)
{
    public async Task<IReadOnlyList<PlanListRow>> ForAsync(SignedInUser user, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadPlan);
        var all = await views.ReadAllAsync<PlanListRow>(PlanStream.Partition, cancellation);
        return
        [
            .. all.Where(plan => boards.Contains(plan.Board))
                .Select(plan => ContentAccess.Reads(user, PlanContents.Of(plan.Standing), plan.Board)
                    ? plan
                    : plan.AsPresented())
                .Where(plan => ContentAccess.Reads(user, PlanContents.Of(plan.Standing), plan.Board))
                .OrderByDescending(plan => plan.Year).ThenBy(plan => plan.Board.Value, StringComparer.Ordinal),
        ];
    }
}
