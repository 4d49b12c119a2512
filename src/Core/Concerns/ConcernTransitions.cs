using static Oversight.Concerns.ConcernStatus;

namespace Oversight.Concerns;

/// <summary>
/// The one table of what may be done to a concern in which state. Everything that is not here is refused.
/// </summary>
public static class ConcernTransitions
{
    private static readonly ConcernStatus[] Alive = [Received, Assessed, AwaitingDecision, Decided];

    private static readonly Dictionary<Type, ConcernStatus[]> Legal = new()
    {
        [typeof(ConcernCommand.Report)] = [NotReported],
        [typeof(ConcernCommand.Assess)] = Alive,
        [typeof(ConcernCommand.LinkToUnit)] = Alive,
        [typeof(ConcernCommand.Move)] = Alive,
        [typeof(ConcernCommand.Correct)] = Alive,
        [typeof(ConcernCommand.Mask)] = [.. Alive, Withdrawn],
        [typeof(ConcernCommand.Withdraw)] = [Received, Assessed],
        [typeof(ConcernCommand.DecideTriggeredReview)] = [AwaitingDecision],
        [typeof(ConcernCommand.DeclareConflictOfInterest)] = [AwaitingDecision],
        [typeof(ConcernCommand.RemindOfDecision)] = [AwaitingDecision],
        [typeof(ConcernCommand.EscalateDecision)] = [AwaitingDecision],
        [typeof(ConcernCommand.AnswerByReview)] = [.. Alive, Withdrawn],
        [typeof(ConcernCommand.AnswerByDialogue)] = [.. Alive, Withdrawn],
        [typeof(ConcernCommand.LinkToConcern)] = Alive,
        [typeof(ConcernCommand.UnlinkConcern)] = Alive,
        [typeof(ConcernCommand.Seal)] = [.. Alive, Withdrawn],
        [typeof(ConcernCommand.Unseal)] = [.. Alive, Withdrawn],
        [typeof(ConcernCommand.Admit)] = [.. Alive, Withdrawn],
        [typeof(ConcernCommand.Take)] = Alive,
        [typeof(ConcernCommand.HandOver)] = Alive,
        [typeof(ConcernCommand.PutBack)] = Alive,
    };

    /// <summary>The kinds of command that the table knows.</summary>
    public static IEnumerable<Type> Commands => Legal.Keys;

    public static bool Allows(ConcernStatus status, Type command) => Legal[command].Contains(status);

    public static bool Allows<TCommand>(ConcernStatus status)
        where TCommand : ConcernCommand => Allows(status, typeof(TCommand));
}
