using static Oversight.Sanctions.SanctionStatus;

namespace Oversight.Sanctions;

/// <summary>What somebody asks of a sanction. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record SanctionCommand
{
    private SanctionCommand()
    {
    }

    /// <summary>Asked only where <see cref="SanctionTransitions"/> has the command in this state.</summary>
    internal abstract Decision<SanctionEvent> Decide(SanctionState state, CommandContext context);

    /// <summary>
    /// What only a person does, and nobody who is in a conflict of interest in the review: the system proposes and
    /// reminds, and decides nothing (KL 6:38).
    /// </summary>
    public abstract record ByPerson(SanctionSetup Setup) : SanctionCommand
    {
        internal abstract Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context);

        internal override Decision<SanctionEvent> Decide(SanctionState state, CommandContext context)
        {
            var sanction = state.Sanction
                ?? throw new InvalidOperationException("The table lets this by before there is a sanction.");
            if (context.Actor.Role is Role.System or Role.Provider)
                return new Refusal(SanctionRefusals.NeverTheSystem);
            return Setup.Review.InConflict.Contains(context.Actor.UserId)
                ? new Refusal(SanctionRefusals.InConflict)
                : Decide(sanction, context);
        }
    }

    /// <summary>What only the reviewers do.</summary>
    public abstract record ByReviewer(SanctionSetup Setup) : ByPerson(Setup)
    {
        internal sealed override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context) =>
            sanction.IsPreparedBy(Setup.Review, context)
                ? DecideFor(sanction, context)
                : new Refusal(SanctionRefusals.NotAReviewer);

        internal abstract Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context);
    }
}

/// <summary>What happened to a sanction.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record SanctionEvent(DateOnly On)
{
    internal abstract SanctionState Apply(SanctionState state);

    /// <summary>Something that happens to a sanction that has been proposed.</summary>
    public abstract record ToProposed(DateOnly On) : SanctionEvent(On)
    {
        /// <summary>The state it leads to; null leaves it as it is.</summary>
        internal virtual SanctionStatus? Leads(Sanction sanction) => null;

        internal abstract Sanction Change(Sanction sanction);

        internal sealed override SanctionState Apply(SanctionState state)
        {
            var before = state.Sanction
                ?? throw new InvalidOperationException("Nothing happens before it is proposed.");
            return new SanctionState(Leads(before) ?? state.Status, Change(before));
        }
    }
}

/// <summary>The rules of a sanction's life.</summary>
public static class SanctionDecider
{
    public static Decision<SanctionEvent> Decide(
        SanctionState state, SanctionCommand command, CommandContext context) =>
        SanctionTransitions.Allows(state.Status, command.GetType())
            ? command.Decide(state, context)
            : new Refusal(SanctionRefusals.NotInThisState, null, state.Status.ToString());

    public static SanctionState Evolve(SanctionState state, SanctionEvent happened) => happened.Apply(state);

    internal static IEnumerable<Refusal> If(
        bool isWrong, string code, string? field = null, params IReadOnlyList<string> arguments) =>
        isWrong ? [new Refusal(code, field, arguments)] : [];

    /// <summary>A day that something happened on.</summary>
    internal static IEnumerable<Refusal> Happened(DateOnly? on, CommandContext context, string field)
    {
        if (on is not { } day)
            yield return new Refusal(SanctionRefusals.DayMissing, field);
        else if (day > context.Today)
            yield return new Refusal(SanctionRefusals.DayInFuture, field);
    }

    internal static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// The one table of what may be done to a sanction in which state. Everything that is not here is refused.
/// </summary>
public static class SanctionTransitions
{
    private static readonly SanctionStatus[] Undecided = [Drafting, Hearing, Submitted];

    private static readonly Dictionary<Type, SanctionStatus[]> Legal = new()
    {
        [typeof(SanctionCommand.Propose)] = [.. Enum.GetValues<SanctionStatus>()],
        [typeof(SanctionCommand.TakeAtOnce)] = [.. Enum.GetValues<SanctionStatus>()],
        [typeof(SanctionCommand.Remind)] = [.. Undecided, InForce, Ended],
        [typeof(SanctionCommand.Write)] = [Drafting, Hearing],
        [typeof(SanctionCommand.Hear)] = [Drafting],
        [typeof(SanctionCommand.TakeAnswer)] = [Hearing],
        // What has no use any more is accepted and leaves everything as it is.
        [typeof(SanctionCommand.TakeLinkAnswer)] = [.. Enum.GetValues<SanctionStatus>()],
        [typeof(SanctionCommand.ConfirmReceipt)] = [.. Enum.GetValues<SanctionStatus>()],
        [typeof(SanctionCommand.Prompt)] = [.. Undecided, InForce, Ended],
        [typeof(SanctionCommand.RenewLink)] = [.. Undecided, InForce, Ended],
        [typeof(SanctionCommand.Submit)] = [Drafting, Hearing],
        [typeof(SanctionCommand.RecordBoardDecision)] = [Submitted],
        [typeof(SanctionCommand.RecordChairDecision)] = [Submitted],
        [typeof(SanctionCommand.DecideAsDelegate)] = [Submitted],
        // A decision against is approved and told too.
        [typeof(SanctionCommand.ApproveMinutes)] = [InForce, Ended],
        [typeof(SanctionCommand.AttachMinutes)] = [InForce, Ended],
        [typeof(SanctionCommand.Notify)] = [InForce, Ended],
        [typeof(SanctionCommand.RecordReceipt)] = [InForce, Ended],
        [typeof(SanctionCommand.Reconsider)] = [InForce],
        [typeof(SanctionCommand.Withdraw)] = Undecided,
        [typeof(SanctionCommand.SendCharge)] = [InForce],
        [typeof(SanctionCommand.SettleCharge)] = [InForce],
        [typeof(SanctionCommand.RecordMove)] = [InForce],
        [typeof(SanctionCommand.NoteCourt)] = [.. Undecided, InForce, Ended],
        [typeof(SanctionCommand.Conclude)] = [InForce],
    };

    /// <summary>The kinds of command that the table knows.</summary>
    public static IEnumerable<Type> Commands => Legal.Keys;

    public static bool Allows(SanctionStatus status, Type command) => Legal[command].Contains(status);
}
