using Oversight.Assignments;
using Oversight.Functions.Assignments;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Reviews;
using Oversight.Waiting;

namespace Oversight.Functions.WeeklyList;

/// <summary>What waits for whom in the boards of the weekly list, nearest day first.</summary>
public sealed class AwaitedWork(
    AssignmentDesk assignments, DialogueDesk dialogues, WaitingLists waiting, Conflicts conflicts)
{
    private const string Reviewers = "Kvalitetsutvecklarna";
    private const string Provider = "Anordnaren";
    private const string Lead = "Samordnaren";

    /// <param name="open">The reviews that go on.</param>
    /// <param name="names">Of those who lead them, by Entra object id; whoever is missing stands as their role.</param>
    public async Task<IReadOnlyList<AwaitedRow>> ForAsync(
        SignedInUser user, IReadOnlyList<ReviewRow> open, IReadOnlyDictionary<string, string> names, DateOnly today,
        CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.ReadWeeklyList);
        return
        [
            .. open.SelectMany(row => Of(row, names))
                .Concat(await TasksAsync(user, boards, cancellation))
                .Concat(await DecisionsAsync(user, boards, cancellation))
                .Concat(await DialoguesAsync(user, boards, today, cancellation))
                .OrderBy(row => row.Until ?? DateOnly.MaxValue).ThenBy(row => row.Subject, SwedishOrder.Comparer),
        ];
    }

    private static IEnumerable<AwaitedRow> Of(ReviewRow row, IReadOnlyDictionary<string, string> names)
    {
        var lead = row.Lead is { } id ? names.GetValueOrDefault(id, Reviewers) : Reviewers;
        foreach (var wait in row.Waits)
            yield return new AwaitedRow(
                row.Unit.Board, row.Unit.Name, Address(row), ReviewWords.Wait(wait.What),
                IsOfProvider(wait.What) ? Provider : wait.What == ReviewAwaiting.Lead ? Reviewers : lead, wait.Until,
                row.IsPaused);
        if (row.StartedOn is not null && row.CaseNumber is null)
            yield return AwaitedRow.Of(
                Role.Registrar, row.Unit.Board, row.Unit.Name, Address(row), "Ärende i diariet", null, row.IsPaused);
        if (row.IsWeak)
            yield return AwaitedRow.Of(
                Role.UnitManager, row.Unit.Board, row.Unit.Name, Address(row), "Ställning till en ny granskning", null,
                row.IsPaused);
    }

    private static bool IsOfProvider(string what) => what is not (ReviewAwaiting.Start or ReviewAwaiting.Lead
            or ReviewAwaiting.Move)
        && !ReviewAwaiting.IsReading(what) && !ReviewAwaiting.IsFollowUp(what);

    private async Task<IEnumerable<AwaitedRow>> TasksAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, CancellationToken cancellation) =>
        (await assignments.ListAsync(user, cancellation))
            .Where(row => row.Status == AssignmentStatus.Open && boards.Contains(row.Board))
            .Select(row => new AwaitedRow(
                row.Board, row.Unit, $"{AssignmentFunctions.List}/{row.Id}", "Uppgift", "Handläggarna", row.Until,
                IsPaused: false));

    /// <summary>Meetings without invitations, attendance or minutes, and what was to be developed by now.</summary>
    private async Task<IEnumerable<AwaitedRow>> DialoguesAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, DateOnly today, CancellationToken cancellation) =>
        (await dialogues.ListAsync(user, cancellation)).Where(row => boards.Contains(row.Board))
            .SelectMany(row => DialogueWaits.Of(row, today).Select(wait => new AwaitedRow(
                row.Board, row.Name, wait.Href, wait.What, Lead, wait.Until, IsPaused: false)));

    /// <summary>What an enhetschef, or the substitute, is to decide about concerns.</summary>
    private async Task<IEnumerable<AwaitedRow>> DecisionsAsync(
        SignedInUser user, IReadOnlyCollection<BoardId> boards, CancellationToken cancellation)
    {
        var closed = await conflicts.OfAsync(user, cancellation);
        var rows = new List<AwaitedRow>();
        foreach (var party in boards.SelectMany(board =>
            new[] { Role.UnitManager, Role.ProcessOwner }.Select(role => new AwaitedParty(role, board))))
        {
            rows.AddRange((await waiting.ForAsync([party], user.UserId, cancellation))
                .Where(row => row.Kind == "concern" && !closed.Contains(row.Id))
                .Select(row => AwaitedRow.Of(
                    party.Role, party.Board, $"Synpunkt {row.Id.Reference('S')}",
                    $"/synpunkter/arende/{row.Id}/beslut", "Beslut om påkallad granskning", row.Until)));
        }

        return rows;
    }

    private static string Address(ReviewRow row) => $"/granskningar/{row.Id}";
}
