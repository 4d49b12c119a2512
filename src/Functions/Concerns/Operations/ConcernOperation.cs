using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Operations;

/// <summary>What an operation on a concern adds to every operation: Core's command, and the event in words.</summary>
public abstract class ConcernOperation : Operation<OpenConcern>
{
    /// <summary>
    /// The command. What cannot be read is refused in <paramref name="values"/>; texts go by <paramref name="texts"/>.
    /// </summary>
    public abstract ValueTask<ConcernCommand> CommandAsync(
        OpenConcern open, FieldValues values, DraftTexts texts, CancellationToken cancellation);

    /// <summary>Core's command, for the table of what may be done in which state.</summary>
    public abstract Type Command { get; }

    /// <summary>The event as the timeline tells it; null when it is another operation's.</summary>
    public abstract Told? Tell(ConcernEvent happened, MunicipalitySettings settings, ConcernAccess access);

    public override bool Fits(OpenConcern open) => ConcernTransitions.Allows(open.State.Status, Command);

    /// <summary>
    /// Whether the person may decide about a proposed påkallad granskning now: the substitute only in turn.
    /// </summary>
    protected static bool MayDecide(OpenConcern open) => open.State is ConcernState.AwaitingDecision waiting
        && open.Access.Decides
        && waiting.MayDecide(Access.ActingRole(open.User, Permission.DecideTriggeredReview, open.File.Board));

    /// <summary>The field for why, which every operation but linking has.</summary>
    protected static WordsField Why(string label, string? hint = null) =>
        new("reason", label, limits => limits.Reason)
        { Required = true, Rows = 4, Hint = hint, Sample = "Det framgår av underlaget." };
}

/// <summary>An operation whose command is <typeparamref name="TCommand"/>.</summary>
public abstract class ConcernOperation<TCommand> : ConcernOperation
    where TCommand : ConcernCommand
{
    public override Type Command => typeof(TCommand);
}
