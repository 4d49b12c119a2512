using Oversight.Functions.Identity;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Substitutions;

/// <summary>Vikariat that nobody has taken: for those who could, and for whoever will be away.</summary>
internal sealed class SubstitutionToDo(SubstitutionDesk desk) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.ReadReviews))
            return [];
        return
        [
            .. (await desk.ListAsync(user, cancellation)).Where(row => row.By is null && !row.IsOver(today))
                .Where(row => row.For == user.UserId || StandIns.MayStandIn(user, row.Role, row.Board))
                .Select(row => new ToDoItem(
                    row.For == user.UserId ? "Ingen har tagit ditt vikariat" : "Ett vikariat är inte taget",
                    $"{SubstitutionFunctions.List}/{row.Id}", row.From,
                    Detail: $"{SubstitutionWords.Text(row.Role)}, {SubstitutionWords.Period(row.From, row.Until)}")),
        ];
    }
}
