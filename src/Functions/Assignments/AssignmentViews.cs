using Oversight.Assignments;
using Oversight.Functions.Assignments.Operations;
using Oversight.Functions.Assignments.Screens;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Assignments;

/// <summary>On a review's page, from its final report on: what the handläggare have been given to do.</summary>
public sealed class AssignmentSections(Views views) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        if (open.Review.Report is null)
            return null;
        var rows = await views.ReadAllAsync<AssignmentRow>(AssignmentStream.PartitionOf(open.Board), cancellation);
        return new ReviewSection(typeof(AssignmentSection), new Dictionary<string, object>
        {
            [nameof(AssignmentSection.Rows)] = (IReadOnlyList<AssignmentRow>)
                [.. rows.Where(row => row.ReviewId == open.Head.Id).OrderBy(row => row.Status)
                    .ThenBy(row => row.Until)],
            [nameof(AssignmentSection.Today)] = open.Today,
            [nameof(AssignmentSection.NewHref)] =
                AssignToOfficers.MayAssign(open) ? AssignmentFunctions.FormOf(open) : null!,
        });
    }
}

/// <summary>Open uppgifter in the handläggare's <em>Att göra</em>; they go to nobody else when they are late.</summary>
internal sealed class AssignmentToDo(AssignmentDesk desk) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation) =>
        !Access.Allows(user, Permission.DoAssignments)
            ? []
            :
            [
                .. (await desk.ListAsync(user, cancellation))
                    .Where(row => row.Status == AssignmentStatus.Open
                        && Access.Allows(user, Permission.DoAssignments, row.Board))
                    .Select(row => new ToDoItem(
                        $"Gör uppgiften om {row.Unit}", $"{AssignmentFunctions.List}/{row.Id}", row.Until,
                        Detail: "Efter en kvalitetsgranskning.")),
            ];
}
