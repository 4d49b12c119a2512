namespace Oversight.Surveys;

/// <summary>How far a yearly round of the avtalsenkät has come.</summary>
public enum SurveyRoundStatus
{
    [StoredName("notComposed")]
    NotComposed,

    /// <summary>It is put together and looked through; nobody has been asked.</summary>
    [StoredName("composed")]
    Composed,

    /// <summary>utskickad: units have been asked, in one or several waves.</summary>
    [StoredName("released")]
    Released,

    /// <summary>avslutad: the summary is written; what is late is still taken in.</summary>
    [StoredName("closed")]
    Closed,

    /// <summary>It was not to be sent out.</summary>
    [StoredName("dropped")]
    Dropped,
}

/// <summary>One board's avtalsenkät of one year (R45): which questions, until when, and who is asked.</summary>
public sealed record SurveyRound
{
    public required BoardId Board { get; init; }

    public required int Year { get; init; }

    /// <summary>The set of questions, and the first day of its version: it is never changed, only succeeded.</summary>
    public required QuestionSetVersion Set { get; init; }

    /// <summary>Questions of the set that this round leaves out, by their codes.</summary>
    public IReadOnlyList<CodeId> LeftOutQuestions { get; init; } = [];

    /// <summary>The last day for the answers, a Stockholm day: that of the wave that has the most time.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Units that are not asked this year.</summary>
    public IReadOnlyList<LeftOutUnit> LeftOut { get; init; } = [];

    /// <summary>Units that have been asked.</summary>
    public IReadOnlyList<Id> Asked { get; init; } = [];

    public int Waves { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>What the answers showed, as whoever closed it wrote it.</summary>
    public TextReference? Conclusions { get; init; }
}

/// <summary>A unit that is not asked, and why.</summary>
public sealed record LeftOutUnit(Id UnitId, TextReference Reason);

/// <summary>Which version of which set of questions.</summary>
/// <param name="From">The first day of the version.</param>
public sealed record QuestionSetVersion(CodeId Set, DateOnly From);

/// <summary>A unit under its agreement as it was when it was asked.</summary>
public sealed record SurveyedUnit
{
    public required Id UnitId { get; init; }

    public required Id ProviderId { get; init; }

    public required Id AgreementId { get; init; }

    public required BoardId Board { get; init; }

    public required string Name { get; init; }

    public required string ProviderName { get; init; }

    public required Providers.AgreementForm Form { get; init; }

    public required Providers.Ownership Ownership { get; init; }

    public required CodeId Area { get; init; }

    /// <summary>Insatser.</summary>
    public required IReadOnlyList<CodeId> Services { get; init; }

    /// <summary>Whether its work needs a licence from IVO.</summary>
    public required bool IsLicensed { get; init; }
}

/// <param name="Round">Null only before it is composed.</param>
public sealed record SurveyRoundState(SurveyRoundStatus Status, SurveyRound? Round)
{
    public static SurveyRoundState Initial { get; } = new(SurveyRoundStatus.NotComposed, null);
}

/// <summary>What a round says no to. The codes are contracts with callers.</summary>
public static class SurveyRoundRefusals
{
    /// <summary>There is a round of the board and the year; the argument is the year.</summary>
    public const string AlreadyComposed = "survey-round.already-composed";

    /// <summary>Units have been asked, or it was dropped.</summary>
    public const string NotComposed = "survey-round.not-composed";

    /// <summary>It is not composed or released.</summary>
    public const string NotOpen = "survey-round.not-open";

    public const string YearMissing = "survey-round.year-missing";

    /// <summary>Only this year and the next.</summary>
    public const string YearOutOfReach = "survey-round.year-out-of-reach";
    public const string SetMissing = "survey-round.set-missing";
    public const string UnknownSet = "survey-round.unknown-set";
    public const string DayMissing = "survey-round.day-missing";

    /// <summary>The argument is the first day that may be chosen.</summary>
    public const string DayTooEarly = "survey-round.day-too-early";

    /// <summary>Every question is left out.</summary>
    public const string NoQuestions = "survey-round.no-questions";
    public const string UnknownQuestion = "survey-round.unknown-question";
    public const string UnitMissing = "survey-round.unit-missing";

    /// <summary>No unit that would be asked.</summary>
    public const string UnknownUnit = "survey-round.unknown-unit";

    /// <summary>It is asked, and left out on its own page.</summary>
    public const string UnitIsAsked = "survey-round.unit-is-asked";
    public const string UnitIsLeftOut = "survey-round.unit-is-left-out";
    public const string UnitIsNotLeftOut = "survey-round.unit-is-not-left-out";

    /// <summary>No unit is left to ask in what was chosen.</summary>
    public const string NobodyToAsk = "survey-round.nobody-to-ask";

    /// <summary>Answers are awaited still; the argument is how many.</summary>
    public const string AnswersAwaited = "survey-round.answers-awaited";

    /// <summary>Silences are not judged; the argument is how many.</summary>
    public const string SilencesNotJudged = "survey-round.silences-not-judged";
}
