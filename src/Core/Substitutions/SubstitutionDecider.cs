namespace Oversight.Substitutions;

/// <summary>What somebody asks of a vikariat. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record SubstitutionCommand
{
    private SubstitutionCommand()
    {
    }

    internal abstract Decision<SubstitutionEvent> Decide(SubstitutionState state, CommandContext context);

    /// <summary>A command on a vikariat that goes on, or is to come.</summary>
    public abstract record OfNamed : SubstitutionCommand
    {
        internal sealed override Decision<SubstitutionEvent> Decide(SubstitutionState state, CommandContext context) =>
            state.Substitution is not { } named || named.IsOver(context.Today)
                ? new Refusal(SubstitutionRefusals.Over)
                : Decide(named, context);

        internal abstract Decision<SubstitutionEvent> Decide(Substitution named, CommandContext context);
    }
}

/// <summary>What happened to a vikariat.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record SubstitutionEvent(DateOnly On)
{
    internal abstract SubstitutionState Apply(SubstitutionState state);
}

/// <summary>The rules of a vikariat: named by whoever is away, taken by whoever stands in, confirmed
/// where the role decides, ended by either.</summary>
public static class SubstitutionDecider
{
    public static Decision<SubstitutionEvent> Decide(
        SubstitutionState state, SubstitutionCommand command, CommandContext context) => command.Decide(state, context);

    public static SubstitutionState Evolve(SubstitutionState state, SubstitutionEvent happened) =>
        happened.Apply(state);
}

/// <summary>What a vikariat says no to. The codes are contracts with callers.</summary>
public static class SubstitutionRefusals
{
    public const string RoleMissing = "substitution.role-missing";

    /// <summary>Nobody lets others stand in for what is not theirs: a role, or a board.</summary>
    public const string NotYourRole = "substitution.not-your-role";
    public const string DayMissing = "substitution.day-missing";
    public const string DayPassed = "substitution.day-passed";

    /// <summary>The period ends before it begins.</summary>
    public const string Backwards = "substitution.backwards";

    /// <summary>The period has passed, or it was ended.</summary>
    public const string Over = "substitution.over";
    public const string AlreadyTaken = "substitution.already-taken";

    /// <summary>Nobody is their own substitute.</summary>
    public const string OwnAbsence = "substitution.own-absence";

    /// <summary>Whoever stands in has no right to the board's matters.</summary>
    public const string NoRightToBoard = "substitution.no-right-to-board";

    /// <summary>It is confirmed by whoever is away.</summary>
    public const string NotTheOneAway = "substitution.not-the-one-away";

    /// <summary>Nobody has taken it, or it is confirmed, or it lends nothing that must be.</summary>
    public const string NothingToConfirm = "substitution.nothing-to-confirm";

    /// <summary>It is ended by whoever is away or whoever stands in.</summary>
    public const string NotYours = "substitution.not-yours";
}
