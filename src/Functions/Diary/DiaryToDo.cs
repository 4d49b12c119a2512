using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Diary;

/// <summary>What waits for a diarienummer, in <em>Att göra</em>: reviews, and documents and answers.</summary>
internal sealed class DiaryToDo(DiaryList list) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.RegisterDocuments))
            return [];
        return
        [
            .. (await list.CasesAsync(user, cancellation)).ToOpen is [var first, ..] cases
                ? new[] { Item("Öppna ärenden för granskningar", first, cases.Count) }
                : [],
            .. (await list.ToRegisterAsync(user, cancellation)) is [var oldest, ..] waiting
                ? new[] { Item("Diarieför handlingar", oldest, waiting.Count) }
                : [],
        ];
    }

    private static ToDoItem Item(string title, DiaryEntry oldest, int count) => new(
        title, "/diariet", oldest.On, count, $"Den äldsta är från {SwedishDates.Text(oldest.On)}.");
}
