using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>Who and when of a command, made once at the edge.</summary>
public sealed class CommandContexts(TimeProvider clock)
{
    public CommandContext For(SignedInUser user, Role role) => At(new Actor(user.UserId, role));

    /// <summary>A timer, a message or a job.</summary>
    public CommandContext ForSystem() => At(Actor.System);

    private CommandContext At(Actor actor)
    {
        var now = clock.GetUtcNow();
        return new CommandContext(actor, now, StockholmTime.Day(now));
    }
}
