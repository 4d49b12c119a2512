using Oversight.Functions.Identity;
using Oversight.Functions.Search;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Assignments;

/// <summary>Uppgifter by the unit that they are about.</summary>
internal sealed class AssignmentSearch(AssignmentDesk desk) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation) =>
        !Access.Allows(asked.User, Permission.ReadAssignments)
            ? []
            :
            [
                .. (await desk.ListAsync(asked.User, cancellation)).Where(row => asked.Query.Finds([row.Unit]))
                    .Select(row => new Found(
                        FoundKind.Assignment, row.Unit, $"{AssignmentFunctions.List}/{row.Id}",
                        $"Senast {SwedishDates.Text(row.Until)}")),
            ];
}
