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
    public sealed record Adopted(Plan Plan, DateOnly On, TextReference? Reason) : PlanState
    {
        /// <summary>Null when the process owner adopted it without a decision of the board.</summary>
        public BoardOutcome? Outcome { get; init; }

        /// <summary>paragraf of the board's minutes; null when it has none.</summary>
        public string? Paragraph { get; init; }
    }
}

/// <summary>What the board made of the plan.</summary>
public enum BoardOutcome
{
    /// <summary>fastställd</summary>
    [StoredName("established")]
    Established,

    /// <summary>noterad: the board has taken note of it.</summary>
    [StoredName("noted")]
    Noted,
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

    /// <summary>What people have decided about it; each new version follows it.</summary>
    public PlanSteering Steering { get; init; } = PlanSteering.None;

    /// <summary>
    /// Of the version pointed out for the board, which stays with the board whatever is drafted after.
    /// </summary>
    public PlanContent? PresentedContent { get; init; }

    /// <summary>Why planned reviews did not come about.</summary>
    public IReadOnlyList<ExplainedMiss> Explained { get; init; } = [];

    /// <summary>The board has a version that is not the latest.</summary>
    public bool HasNewerDraft => Presented is { } presented && presented.Version != Latest.Number;

    /// <summary>As the board has it: the version pointed out, and nothing that came after.</summary>
    public Plan AsPresented() => Presented is { } presented && PresentedContent is { } content
        ? this with
        {
            Versions = [.. Versions.Where(version => version.Number <= presented.Version)],
            Content = content,
        }
        : this;
}

/// <summary>A planned review that did not come about, with the reference to why.</summary>
public sealed record ExplainedMiss(Id UnitId, DateOnly On, TextReference Reason);

/// <summary>What is remembered of every version; its content stands in the event.</summary>
/// <param name="Facts">Null for a version made before the facts were counted.</param>
public sealed record PlanVersion(
    int Number, DateOnly AsOf, string InputHash, int Reviews, int NotChosen, Role MadeBy, PlanFacts? Facts);

/// <param name="FinishedBy">
/// The role of the person who said that it is ready for the board; null when the calendar pointed it out.
/// </param>
public sealed record PresentedVersion(int Version, DateOnly Day, DateOnly? MeetingDay, Role? FinishedBy = null)
{
    /// <summary>What the board is asked to do with it.</summary>
    public BoardOutcome Proposal { get; init; }
}

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

    /// <summary>
    /// The board has a version, and whoever drafts has not said that they want another. Argument: that version.
    /// </summary>
    public const string BoardHasVersion = "plan.board-has-version";
    /// <summary>
    /// The board has decided on the version it has, and the latest is another. Arguments: the board's, the latest.
    /// </summary>
    public const string BoardHasAnother = "plan.board-has-another";
    public const string UnitNotInPlan = "plan.unit-not-in-plan";
    public const string UnitIsFree = "plan.unit-is-free";
    public const string QuarterMissing = "plan.quarter-missing";
    public const string QuarterNotAsked = "plan.quarter-not-asked";

    /// <summary>Argument: the most days of a quarter.</summary>
    public const string DaysOutOfRange = "plan.days-out-of-range";

    /// <summary>Argument: the most years.</summary>
    public const string YearsOutOfRange = "plan.years-out-of-range";
    public const string SharesOutOfRange = "plan.shares-out-of-range";
    public const string ParagraphWithoutOutcome = "plan.paragraph-without-outcome";

    /// <summary>Argument: the longest length.</summary>
    public const string ParagraphTooLong = "plan.paragraph-too-long";
    public const string NotMissed = "plan.not-missed";
}
