using Oversight.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Notifications;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;
using Oversight.Notifications;

namespace Oversight.Functions.Dialogues;

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

    private static IEnumerable<ToDoItem> Of(DialogueRow row, DateOnly today)
    {
        foreach (var meeting in row.Occasions)
        {
            var href = DialogueFunctions.AddressOf(row.Id, meeting.Number);
            var detail = $"{row.Name}, {DialogueWords.For(meeting.With).ToLowerInvariant()}.";
            if (meeting is { Status: OccasionStatus.Planned, NotInvited: > 0 } && meeting.On >= today)
                yield return new ToDoItem(
                    $"Kalla till kvalitetsdialogen {SwedishDates.Text(meeting.On)}", href, meeting.On, Detail: detail);
            else if (meeting.Status == OccasionStatus.Planned && meeting.On <= today)
                yield return new ToDoItem(
                    $"Anteckna närvaron på kvalitetsdialogen {SwedishDates.Text(meeting.On)}", href, meeting.On,
                    Detail: detail);
            else if (meeting is { Status: OccasionStatus.Held, HasMinutes: false })
                yield return new ToDoItem(
                    $"Fastställ minnesanteckningarna från {SwedishDates.Text(meeting.On)}", href, Detail: detail);
        }

        var late = row.OpenAreas.Where(area => area.Until < today).ToList();
        if (late.Count > 0)
            yield return new ToDoItem(
                "Följ upp utvecklingsområden vars dag har passerat", $"{DialogueFunctions.List}/{row.Id}",
                late.Min(area => area.Until), late.Count, $"{row.Name}.");
    }

    /// <summary>A participant without an address gets no letter: somebody has to bring it, or find the address.</summary>
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
