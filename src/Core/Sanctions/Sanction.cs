using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Sanctions;

/// <param name="Sanction">Null only before it is proposed.</param>
public sealed record SanctionState(SanctionStatus Status, Sanction? Sanction)
{
    public static SanctionState Initial { get; } = new(SanctionStatus.NotProposed, null);
}

/// <summary>sanktion, or åtgärdskrav on egen produktion (R67-R71, R78-R83).</summary>
/// <param name="Services">Insatser that it is about, under one act or several (R81).</param>
/// <param name="Findings">Numbers of the review's findings that are its grounds.</param>
/// <param name="ProposedBy">Entra object id: not the one who decides.</param>
public sealed record Sanction(
    Id ReviewId, ReviewedUnit Unit, SanctionTerms Terms, IReadOnlyList<CodeId> Services, IReadOnlyList<int> Findings,
    TextReference Grounds, string ProposedBy, DateOnly ProposedOn)
{
    /// <summary>The one that is before somebody, or was last.</summary>
    public required SanctionQuestion Question { get; init; }

    /// <summary>Those before it, oldest first.</summary>
    public IReadOnlyList<SanctionQuestion> Earlier { get; init; } = [];

    /// <summary>How often the provider has been heard.</summary>
    public int Hearings { get; init; }

    public DateOnly? InForceSince { get; init; }

    /// <summary>The day by which everything is to be remedied, as it was decided last.</summary>
    public DateOnly? FinalDate { get; init; }

    /// <summary>The last day of an omedelbar åtgärd, as it was decided last; null: it is none.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What the omedelbar åtgärd is; null: it is none.</summary>
    public TextReference? Measure { get; init; }

    /// <summary>It was decided on before the review had come to anything: nobody has proposed it first.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>Null unless it is an amount that has been decided.</summary>
    public SanctionCharge? Charge { get; init; }

    /// <summary>kundflytt; null unless every customer is to move.</summary>
    public CustomerMove? Move { get; init; }

    /// <summary>What became of it in court, oldest first.</summary>
    public IReadOnlyList<CourtNote> Court { get; init; } = [];

    public SanctionEnding? Ending { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>What has been reminded of, while it is still awaited.</summary>
    public IReadOnlyList<string> Reminded { get; init; } = [];

    /// <summary>What the provider has been reminded of.</summary>
    public IReadOnlyList<string> Prompted { get; init; } = [];

    /// <summary>inhibition: since the last word of a court it does not apply.</summary>
    public bool IsStayed => Court.LastOrDefault(note =>
        note.Step is CourtStep.Stayed or CourtStep.Upheld or CourtStep.Annulled)?.Step == CourtStep.Stayed;

    public bool IsInForce => InForceSince is not null && Ending is null && !IsStayed;

    /// <summary>
    /// Whether no new customers may be placed at the unit because of it; because of an omedelbar åtgärd until its day.
    /// </summary>
    public bool StopsNewCustomers => IsInForce
        && (Terms.Effect is (SanctionEffect.Stop or SanctionEffect.Termination) || Until is not null);

    /// <summary>The same on a day.</summary>
    public bool StopsOn(DateOnly day) => StopsNewCustomers && (Until is not { } until || day <= until);

    /// <summary>
    /// Those who prepare it: the reviewers, and of an omedelbar åtgärd also whoever decides on it, for there may be no
    /// reviewers yet.
    /// </summary>
    public bool IsPreparedBy(Review review, CommandContext context) => review.IsReviewer(context)
        || (Terms.Effect == SanctionEffect.Urgent && context.Actor.Role == Terms.DecidedBy);

    /// <summary>Whether the board has had papers about it: then its secretary may know of it.</summary>
    public bool HasBeenSubmitted => Question.Meeting is not null
        || Earlier.Any(question => question.Meeting is not null)
        || Question.Decision is { Route: not DecisionRoute.Board }
        || Earlier.Any(question => question.Decision is not null);

    /// <summary>Whether the decision that is asked for says until when.</summary>
    public bool AsksUntil => Terms.Effect == SanctionEffect.Urgent && Question.Kind != QuestionKind.Lift;

    /// <summary>Whether the decision that is asked for says what is done.</summary>
    public bool AsksMeasure => Terms.Effect == SanctionEffect.Urgent && Question.Kind == QuestionKind.Impose;

    public IEnumerable<SanctionQuestion> Questions => Earlier.Append(Question);

    internal Sanction ChangeDecision(Func<SanctionDecision, SanctionDecision> change) =>
        this with { Question = Question with { Decision = change(Question.Decision!) } };

    internal Sanction ChangeDecision(int question, Func<SanctionDecision, SanctionDecision> change)
    {
        return this with { Question = Of(Question), Earlier = [.. Earlier.Select(Of)] };

        SanctionQuestion Of(SanctionQuestion known) =>
            known.Number == question ? known with { Decision = change(known.Decision!) } : known;
    }

    internal Sanction End(SanctionEnding ending, DateOnly on) => this with { Ending = ending, EndedOn = on };
}

/// <summary>vite, prisavdrag, innehållen betalning.</summary>
/// <param name="Amount">Whole kronor.</param>
public sealed record SanctionCharge(int Amount, DateOnly? SentOn = null, DateOnly? SettledOn = null);

/// <param name="Until">The last day to answer the court; null: nothing is asked for.</param>
public sealed record CourtNote(CourtStep Step, DateOnly On, DateOnly? Until, TextReference? Words);

/// <summary>What the rules of a sanction need besides it.</summary>
/// <param name="Review">As it stands.</param>
/// <param name="Meetings">Of the sanction's board.</param>
/// <param name="LongText">Longest text, in characters.</param>
/// <param name="Reason">Longest reason, in characters.</param>
/// <param name="Line">Longest line, in characters.</param>
public sealed record SanctionSetup(
    Review Review, IReadOnlyList<Meeting> Meetings, int LongText, int Reason, int Line)
{
    /// <summary>What is not written in the papers that leave the house.</summary>
    public SmallNumbers SmallNumbers { get; init; } = SmallNumbers.None;

    public static SanctionSetup Of(Review review, MunicipalitySettings settings) => new(
        review, [.. settings.Meetings.Where(meeting => meeting.Board == review.Unit.Board)],
        settings.Limits.LongText, settings.Limits.Reason, settings.Limits.ShortText)
    {
        SmallNumbers = new SmallNumbers(settings.Limits.SmallNumber, settings.Limits.PersonWords),
    };
}
