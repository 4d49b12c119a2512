using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Sanctions.Screens;
using Oversight.Functions.Web.ToDo;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Reading;

/// <summary>On a review's page: the sanctions that came of it.</summary>
public sealed class SanctionSections(SanctionDesk desk) : IReviewSection
{
    public async Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation)
    {
        var rows = await desk.OfReviewAsync(open, cancellation);
        return rows.Count == 0 ? null : new ReviewSection(typeof(SanctionSection), new Dictionary<string, object>
        {
            [nameof(SanctionSection.Rows)] = rows,
        });
    }
}

/// <summary>
/// Sanctions in <em>Att göra</em>: of the reviewers what has come to its day, of the delegate what waits for a
/// decision, of the secretary what is to be registered, of whoever settles amounts those that are open.
/// </summary>
internal sealed class SanctionToDo(SanctionDesk desk) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation) =>
        !Access.Allows(user, Permission.ReadSanctions)
            ? []
            : [.. (await desk.ListAsync(user, cancellation)).SelectMany(row => Of(row, user, today))];

    private static IEnumerable<ToDoItem> Of(SanctionRow row, SignedInUser user, DateOnly today)
    {
        var address = $"{SanctionFunctions.List}/{row.Id}";
        var title = SanctionWords.Title(row.Text, row.Unit.Name);
        foreach (var wait in row.Waits.Where(wait => IsFor(wait, row, user, today)))
            yield return new ToDoItem(
                wait.What == SanctionAwaiting.Delegate ? $"Besluta om {SanctionWords.Lower(title)}" : title, address,
                wait.Until, Detail: SanctionWords.Wait(wait.What));
        if (row.HasOpenCharge && Access.Allows(user, Permission.SettleCharges, row.Unit.Board))
            yield return new ToDoItem(title, address, Detail: "Beloppet är inte reglerat");
    }

    private static bool IsFor(SanctionWait wait, SanctionRow row, SignedInUser user, DateOnly today) => wait.From switch
    {
        Role.QualityDeveloper => (wait.Until is not { } until || until <= today)
            && (Access.Allows(user, Permission.Review, row.Unit.Board) || DecidesUrgent(row, user)),
        Role.BoardSecretary =>
            (wait.Until is not { } meeting || meeting <= today || SanctionAwaiting.IsApproval(wait.What))
            && Access.Allows(user, Permission.RecordDecisions, row.Unit.Board),
        var role => user.HasRole(role, row.Unit.Board) && row.ProposedBy != user.UserId,
    };

    /// <summary>There may be no reviewers of what was decided before the review began.</summary>
    private static bool DecidesUrgent(SanctionRow row, SignedInUser user) =>
        row is { Effect: SanctionEffect.Urgent, DecidedBy: { } role } && user.HasRole(role, row.Unit.Board);
}
