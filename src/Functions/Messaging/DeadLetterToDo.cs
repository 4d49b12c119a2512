using Oversight.Functions.Home;
using Oversight.Functions.Identity;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Messaging;

/// <summary>Tells administrators on their start page that messages were put aside.</summary>
public sealed class DeadLetterToDo(DeadLetters deadLetters) : IToDoSource
{
    private const string Page = "/drift/meddelanden";

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.Administer))
            return [];
        try
        {
            var count = await deadLetters.CountAsync(cancellation);
            return count == 0 ? [] : [new ToDoItem("Gå igenom meddelanden som inte kunde tas emot", Page, Count: count) { Kind = ToDoKind.Fault }];
        }
        catch (StoreUnavailableException)
        {
            return [new ToDoItem("Meddelandeköerna svarar inte", Page) { Kind = ToDoKind.Fault }];
        }
    }
}
