namespace Oversight.Planning;

/// <summary>
/// What may be asked of the årsplan of one board and year; each stands in <c>Operations</c> with what happens then.
/// </summary>
public abstract partial record PlanCommand
{
    private PlanCommand()
    {
    }

    internal abstract Decision<PlanEvent> Decide(PlanState state, CommandContext context);
}

/// <summary>What has happened to the årsplan of one board and year.</summary>
public abstract partial record PlanEvent
{
    private PlanEvent()
    {
    }

    /// <summary>The state afterwards.</summary>
    internal abstract PlanState Apply(PlanState state);

    private InvalidOperationException CannotFollow(PlanState state) =>
        new($"{GetType().Name} cannot follow {state.GetType().Name}.");
}

/// <summary>An årsplan as it stands; only a draft can be adopted, and an adopted plan takes no drafts.</summary>
public abstract record PlanState
{
    private PlanState()
    {
    }

    /// <summary>The plan, drafted or adopted; null before there is one.</summary>
    public Plan? PlanOrNone => this switch
    {
        Draft draft => draft.Plan,
        Adopted adopted => adopted.Plan,
        _ => null,
    };

    /// <summary>0 before there is a plan.</summary>
    internal int LatestNumber => PlanOrNone?.Latest.Number ?? 0;

    public sealed record NotMade : PlanState;

    public sealed record Draft(Plan Plan) : PlanState;

    /// <param name="Reason">Null when it was adopted before reasons were referred to.</param>
    public sealed record Adopted(Plan Plan, DateOnly On, TextReference? Reason) : PlanState;
}

/// <param name="Versions">Oldest first, never empty.</param>
/// <param name="Content">Of the latest version.</param>
/// <param name="Presented">The version pointed out for the board's meeting, once there is one.</param>
/// <param name="Revision">1 until an adopted plan is reopened; each revision has documents of its own.</param>
public sealed record Plan(
    BoardId Board, int Year, IReadOnlyList<PlanVersion> Versions, PlanContent Content, PresentedVersion? Presented,
    int Revision)
{
    public PlanVersion Latest => Versions[^1];
}

/// <summary>What is remembered of every version; its content stands in the event.</summary>
/// <param name="Facts">Null for a version made before the facts were counted.</param>
public sealed record PlanVersion(
    int Number, DateOnly AsOf, string InputHash, int Reviews, int NotChosen, Role MadeBy, PlanFacts? Facts);

public sealed record PresentedVersion(int Version, DateOnly Day, DateOnly? MeetingDay);

/// <summary>Every "no" about plans.</summary>
public static class PlanRefusals
{
    public const string NotMade = "plan.not-made";

    /// <summary>Arguments: first and last year.</summary>
    public const string YearOutOfRange = "plan.year-out-of-range";

    /// <summary>An adopted plan takes no drafts; it is reopened first.</summary>
    public const string AlreadyAdopted = "plan.already-adopted";
    public const string NotAdopted = "plan.not-adopted";
    public const string OnlyProcessOwner = "plan.only-process-owner";

    /// <summary>Arguments: the version asked for, the latest.</summary>
    public const string NotLatestVersion = "plan.not-latest-version";
    public const string AdoptedInFuture = "plan.adopted-in-future";

    /// <summary>Argument: the day of the version.</summary>
    public const string AdoptedBeforeVersion = "plan.adopted-before-version";
    public const string ReasonMissing = "plan.reason-missing";

    /// <summary>Argument: the longest length.</summary>
    public const string ReasonTooLong = "plan.reason-too-long";
}
