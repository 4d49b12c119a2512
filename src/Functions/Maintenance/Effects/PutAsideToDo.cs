using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Maintenance.Effects;

/// <summary>Tells administrators on their start page that effects were put aside.</summary>
public sealed class PutAsideToDo(PutAsideEffects aside, ILogger<PutAsideToDo> logger) : IToDoSource
{
    private static readonly ToDoItem Unknown = new(
        "Efterarbete som har misslyckats", EffectPages.Address,
        Detail: "Antalet är okänt just nu: lagringen svarade inte inom en sekund.")
    {
        Kind = ToDoKind.Fault,
    };

    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!Access.Allows(user, Permission.Administer))
            return [];
        return await Bounded.OrNullAsync(
            "the number of effects put aside", () => aside.CountAsync(cancellation), logger, cancellation) switch
        {
            null => [Unknown],
            0 => [],
            { } count =>
                [new ToDoItem("Gå igenom efterarbete som har misslyckats", EffectPages.Address, Count: count)
                    { Kind = ToDoKind.Fault }],
        };
    }
}
