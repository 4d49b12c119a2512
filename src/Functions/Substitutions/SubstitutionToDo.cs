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
            .. (await desk.ListAsync(user, cancellation)).Where(row => !row.IsOver(today) && IsFor(row, user))
                .Select(row => new ToDoItem(
                    row switch
                    {
                        { AwaitsConfirmation: true } => "Bekräfta vem som vikarierar för dig",
                        _ when row.For == user.UserId => "Ingen har tagit ditt vikariat",
                        _ => "Ett vikariat är inte taget",
                    },
                    $"{SubstitutionFunctions.List}/{row.Id}", row.From,
                    Detail: $"{SubstitutionWords.Text(row.Role)}, {SubstitutionWords.Period(row.From, row.Until)}")),
        ];
    }

    private static bool IsFor(SubstitutionRow row, SignedInUser user) => row.AwaitsConfirmation
        ? row.For == user.UserId
        : row.By is null && (row.For == user.UserId || StandIns.MayStandIn(user, row.Role, row.Board));
}
