using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Diary;

/// <summary>What waits for a diarienummer, in <em>Att göra</em>: documents and answers in one line.</summary>
internal sealed class DiaryToDo(DiaryList list) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.RegisterDocuments)
            || await list.ToRegisterAsync(user, cancellation) is not [var oldest, ..] waiting)
            return [];
        return
        [
            new ToDoItem(
                "Diarieför handlingar", "/diariet", oldest.On, waiting.Count,
                $"Den äldsta är från {SwedishDates.Text(oldest.On)}."),
        ];
    }
}
