using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Web.ToDo;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>
/// Reviews in <em>Att göra</em>: those that can be started, and what a reviewer's own reviews wait for.
/// </summary>
internal sealed class ReviewToDo(ReviewLists lists, SettingsProvider settings) : IToDoSource
{
    private const int ShownOneByOne = 5;
    private const string StandingIn = "Du vikarierar för den ansvariga granskaren.";

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var items = new List<ToDoItem>();
        if (!Access.Allows(user, Permission.Review) && !Access.Allows(user, Permission.UnsealReview))
            return items;
        var all = await lists.ForAsync(user, cancellation);
        items.AddRange(all.Where(row => IsLeftSealed(row) && Access.Allows(user, Permission.UnsealReview,
            row.Unit.Board)).Select(row =>
            new ToDoItem($"Häv spärren så att någon kan ta över granskningen av {row.Unit.Name}", Address(row))));
        items.AddRange(all.Where(row => row.IsWeak && Access.Allows(user, Permission.CancelReview, row.Unit.Board))
            .Select(row => new ToDoItem(
                $"Ta ställning till en ny granskning av {row.Unit.Name}", Address(row),
                Detail: "Brister kvarstår efter den sista dagen.")));
        items.AddRange(all.SelectMany(row => LeftUnanswered(row, user, today)));
        var rows = all
            .Where(row => Access.Allows(user, Permission.Review, row.Unit.Board)).ToList();
        var toStart = rows.Where(row => row.Status == ReviewStatus.ToStart && row.NotBefore <= today).ToList();
        items.AddRange(toStart.Count > ShownOneByOne
            ? [new ToDoItem("Börja granskningar", "/granskningar?status=toStart", toStart[0].NotBefore, toStart.Count)]
            : toStart.Select(row =>
                new ToDoItem($"Börja granskningen av {row.Unit.Name}", Address(row), row.NotBefore)));
        items.AddRange(rows.Where(row => user.ActsFor(row.Lead, row.Unit.Board)).Select(row => Own(row, user))
            .OfType<ToDoItem>());
        items.AddRange(rows
            .Where(row => row.Status == ReviewStatus.Reading
                && !row.Authors.Any(author => user.ActsFor(author, row.Unit.Board)))
            .Select(row => new ToDoItem(
                $"Läs utkastet till rapport om {row.Unit.Name}", Address(row),
                row.Waits.FirstOrDefault(wait => ReviewAwaiting.IsReading(wait.What))?.Until)));
        items.AddRange(rows.Where(row => row.Waits.Any(wait => wait.What == ReviewAwaiting.Lead))
            .Select(row => new ToDoItem($"Ta över granskningen av {row.Unit.Name}", Address(row))));
        return items;
    }

    /// <summary>Nobody but the enhetschef sees that it has lost its ansvarig granskare.</summary>
    private static bool IsLeftSealed(ReviewRow row) =>
        row.IsSealed && row.Waits.Any(wait => wait.What == ReviewAwaiting.Lead);

    /// <summary>
    /// For the enhetschef: what the provider should have answered long ago, and nobody has done anything about.
    /// </summary>
    private IEnumerable<ToDoItem> LeftUnanswered(ReviewRow row, SignedInUser user, DateOnly today)
    {
        var days = settings.Current.Settings.ReviewRulesOn(today).EscalateDays;
        return days > 0 && !user.ActsFor(row.Lead, row.Unit.Board)
            && Access.Allows(user, Permission.CancelReview, row.Unit.Board)
            ? row.Waits.Where(wait => !ReviewAwaiting.IsReading(wait.What) && wait.Until?.AddDays(days) < today)
                .Select(wait => new ToDoItem(
                    $"{row.Unit.Name}: {Late(wait.What)} dröjer", Address(row), wait.Until,
                    Detail: $"{ReviewWords.Wait(wait)}. Ingen har gått vidare i granskningen."))
            : [];
    }

    private static string Late(string what) => what switch
    {
        ReviewAwaiting.Move => "kundflytten",
        _ when ReviewAwaiting.IsFollowUp(what) => "uppföljningen",
        _ => "svaret",
    };

    /// <summary>What the ansvarig granskare has to do next; nothing while the provider still has time.</summary>
    private static ToDoItem? Own(ReviewRow row, SignedInUser user) => Own(row) is not { } item
        ? null
        : row.Lead == user.UserId
            ? item
            : item with { Detail = string.Join(". ", new[] { item.Detail, StandingIn }.OfType<string>()) };

    private static ToDoItem? Own(ReviewRow row)
    {
        var overdue = row.Waits.FirstOrDefault(wait => wait.IsDue && wait.Until is not null);
        return row.Status switch
        {
            _ when row.IsPaused => null,
            _ when overdue is not null && ReviewAwaiting.IsFollowUp(overdue.What) =>
                new ToDoItem($"Följ upp bristerna hos {row.Unit.Name}", Address(row), overdue.Until,
                    Detail: ReviewWords.Wait(overdue)),
            _ when overdue is { What: ReviewAwaiting.Move } =>
                new ToDoItem($"{row.Unit.Name}: kundflytten är inte klar", Address(row), overdue.Until),
            _ when overdue is not null =>
                new ToDoItem($"{row.Unit.Name}: svarstiden är ute", Address(row), overdue.Until,
                    Detail: ReviewWords.Wait(overdue)),
            ReviewStatus.AwaitingPlan when row.OpenFindings == 0 =>
                new ToDoItem($"Ta ställning till om åtgärdsplanen från {row.Unit.Name} behövs", Address(row)),
            ReviewStatus.AwaitingPlan when row.Waits.All(wait => wait.What == ReviewAwaiting.Move) =>
                new ToDoItem($"Ta ställning till åtgärdsplanen från {row.Unit.Name}", Address(row)),
            ReviewStatus.Scoping =>
                new ToDoItem($"Bestäm omfattningen för {row.Unit.Name}", Address(row), row.StartedOn),
            ReviewStatus.PlanApproved when row.OpenFindings > 0 && row.FinalDate is null =>
                new ToDoItem($"Sätt en sista dag för bristerna hos {row.Unit.Name}", Address(row)),
            ReviewStatus.PlanApproved when row.OpenFindings == 0 && row.Waits.Count == 0 =>
                new ToDoItem($"Avsluta granskningen av {row.Unit.Name}", Address(row)),
            ReviewStatus.Reported when row.OpenFindings > 0 && row.FinalDate is not null => null,
            ReviewStatus.Reported when row.OpenFindings > 0 =>
                new ToDoItem($"Begär åtgärdsplan av {row.Unit.Name}", Address(row)),
            ReviewStatus.Reported when row.Waits.Count == 0 =>
                new ToDoItem($"Avsluta granskningen av {row.Unit.Name}", Address(row)),
            _ => null,
        };
    }

    private static string Address(ReviewRow row) => $"/granskningar/{row.Id}";
}
