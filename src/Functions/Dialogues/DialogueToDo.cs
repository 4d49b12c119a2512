using Oversight.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;
using Oversight.Notifications;

namespace Oversight.Functions.Dialogues;

/// <summary>What a series waits for.</summary>
/// <param name="With">Whom the meeting is with, where it is not for all.</param>
public sealed record DialogueWait(string What, string Href, DateOnly? Until, string? With);

public static class DialogueWaits
{
    public static IEnumerable<DialogueWait> Of(DialogueRow row, DateOnly today)
    {
        if (row.Status != DialogueStatus.Open)
            yield break;
        foreach (var meeting in row.Occasions)
        {
            var what = meeting switch
            {
                { Status: OccasionStatus.Planned, NotInvited: > 0 } when meeting.On >= today => "Kalla till",
                { Status: OccasionStatus.Planned } when meeting.On <= today => "Anteckna närvaron på",
                { Status: OccasionStatus.Held, HasMinutes: false } => "Fastställ minnesanteckningarna från",
                _ => null,
            };
            if (what is not null)
                yield return new DialogueWait(
                    $"{what} kvalitetsdialogen {SwedishDates.Text(meeting.On)}",
                    DialogueFunctions.AddressOf(row.Id, meeting.Number), meeting.On, meeting.With);
        }

        foreach (var late in row.OpenAreas.Where(area => area.Until < today))
            yield return new DialogueWait(
                $"Följ upp utvecklingsområde {late.Number}", $"{DialogueFunctions.List}/{row.Id}", late.Until, null);
    }
}

/// <summary>
/// What waits for the samordnare: meetings without invitations, attendance or minutes, development areas past their
/// day, and letters that have nowhere to go.
/// </summary>
internal sealed class DialogueToDo(DialogueDesk desk, Views views) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.LeadDialogues))
            return [];
        var led = (await desk.ListAsync(user, cancellation))
            .Where(row => row.Status == DialogueStatus.Open && row.Lead == user.UserId).ToList();
        return
        [
            .. led.SelectMany(row => Of(row, today)),
            .. await LettersAsync(led, cancellation),
        ];
    }

    private static IEnumerable<ToDoItem> Of(DialogueRow row, DateOnly today) =>
        DialogueWaits.Of(row, today).Select(wait => new ToDoItem(
            wait.What, wait.Href, wait.Until,
            Detail: wait.With is null ? $"{row.Name}." : $"{row.Name}, {wait.With}."));

    /// <summary>A participant without an address gets no letter: somebody has to bring it.</summary>
    private async Task<IEnumerable<ToDoItem>> LettersAsync(
        IReadOnlyList<DialogueRow> led, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(led.Select(row => row.Board).Distinct().Select(
            board => views.ReadAllAsync<LetterRow>(NotificationStream.PartitionOf(board), cancellation)));
        return lists.SelectMany(rows => rows)
            .Where(letter => letter is
            { Status: NotificationStatus.ToSend, Obstacle: NotificationObstacle.NoAddress })
            .Join(led, letter => letter.Letter.Matter, row => row.Id, (letter, row) => (Letter: letter, Row: row))
            .GroupBy(one => one.Row.Id)
            .Select(group => new ToDoItem(
                "Lämna brev om kvalitetsdialogen: e-postadress saknas",
                group.Count() == 1 ? $"/utskick/{group.First().Letter.Id}" : "/utskick", Count: group.Count(),
                Detail: $"{group.First().Row.Name}."));
    }
}
