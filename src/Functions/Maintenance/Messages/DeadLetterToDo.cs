using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Maintenance.Messages;

/// <summary>Tells administrators on their start page that messages were put aside.</summary>
public sealed class DeadLetterToDo(DeadLetters deadLetters, ILogger<DeadLetterToDo> logger) : IToDoSource
{
    private const string Page = "/drift/meddelanden";

    private static readonly ToDoItem Unknown = new(
        "Meddelanden som inte kunde tas emot", Page,
        Detail: "Antalet är okänt just nu: meddelandekön svarade inte inom en sekund.")
    {
        Kind = ToDoKind.Fault,
    };

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.Administer))
            return [];
        return await Bounded.OrNullAsync(
            "the number of dead letters", () => deadLetters.CountAsync(cancellation), logger, cancellation) switch
        {
            null => [Unknown],
            0 => [],
            { } count =>
                [new ToDoItem("Gå igenom meddelanden som inte kunde tas emot", Page, Count: count)
                    { Kind = ToDoKind.Fault }],
        };
    }
}
