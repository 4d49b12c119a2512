namespace Oversight.Planning;

/// <summary>What may be asked of the årsplan of one board and year.</summary>
public abstract record PlanCommand
{
    private PlanCommand()
    {
    }

    /// <summary>Keeps a new draft, unless its input is that of the latest version.</summary>
    /// <param name="FirstYear">No plans before it; a setting.</param>
    public sealed record Draft(BoardId Board, int Year, PlanContent Content, int FirstYear) : PlanCommand;

    /// <summary>Points out the version that is presented to the board; drafts it first when the input has changed.</summary>
    public sealed record PrepareForMeeting(BoardId Board, int Year, PlanContent Content) : PlanCommand;

    /// <summary>The process owner adopts the latest version (R3, R55).</summary>
    /// <param name="Version">The version that the process owner has read.</param>
    /// <param name="Reason">Why, kept apart from the record; the event has only the reference.</param>
    public sealed record Adopt(int Version, DateOnly On, WrittenText Reason, int LongestReason) : PlanCommand;

    /// <summary>Opens an adopted plan for new drafts: a revision during the year, with a reason.</summary>
    public sealed record Reopen(WrittenText Reason, int LongestReason) : PlanCommand;
}

/// <summary>What has happened to the årsplan of one board and year.</summary>
public abstract record PlanEvent
{
    private PlanEvent()
    {
    }

    public sealed record Drafted(BoardId Board, int Year, int Version, PlanContent Content, Role MadeBy) : PlanEvent;

    public sealed record Prepared(int Version, DateOnly Day, DateOnly? MeetingDay) : PlanEvent;

    /// <param name="Reason">Null in what was stored before reasons were referred to (v1).</param>
    public sealed record Adopted(int Version, DateOnly On, TextReference? Reason) : PlanEvent;

    /// <param name="Reason">Null in what was stored before reasons were referred to (v1).</param>
    public sealed record Reopened(int FromVersion, DateOnly Day, TextReference? Reason) : PlanEvent;
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
    BoardId Board, int Year, IReadOnlyList<PlanVersion> Versions, PlanContent Content, PresentedVersion? Presented, int Revision)
{
    public PlanVersion Latest => Versions[^1];
}

/// <summary>What is remembered of every version; its content stands in the event.</summary>
/// <param name="Facts">Null for a version made before the facts were counted.</param>
public sealed record PlanVersion(int Number, DateOnly AsOf, string InputHash, int Reviews, int NotChosen, Role MadeBy, PlanFacts? Facts);

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
