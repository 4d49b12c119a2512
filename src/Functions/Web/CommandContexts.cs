using Oversight.Functions.Identity;

namespace Oversight.Functions.Web;

/// <summary>Who and when of a command, made once at the edge.</summary>
public sealed class CommandContexts(TimeProvider clock)
{
    /// <param name="board">The board whose matter it is; null where it belongs to none.</param>
    public CommandContext For(SignedInUser user, Role role, BoardId? board = null) =>
        At(new Actor(user.UserId, role)) with { StandsInFor = board is { } of ? user.StandsInFor(of) : [] };

    /// <summary>A timer, a message or a job.</summary>
    public CommandContext ForSystem() => At(Actor.System);

    private CommandContext At(Actor actor)
    {
        var now = clock.GetUtcNow();
        return new CommandContext(actor, now, StockholmTime.Day(now));
    }
}
