namespace Oversight.Surveys;

/// <summary>How far one unit's avtalsenkät has come.</summary>
public enum SurveyStatus
{
    [StoredName("notAsked")]
    NotAsked,

    /// <summary>The provider is asked, and has days left.</summary>
    [StoredName("open")]
    Open,

    /// <summary>obesvarad: the last day has passed. What comes is still taken in.</summary>
    [StoredName("silent")]
    Silent,

    /// <summary>besvarad</summary>
    [StoredName("answered")]
    Answered,

    /// <summary>It is not asked for.</summary>
    [StoredName("leftOut")]
    LeftOut,
}

/// <summary>What somebody has made of a survey that nobody answered in time (R104).</summary>
public enum SilenceJudgement
{
    /// <summary>A draft: nothing follows from it.</summary>
    [StoredName("open")]
    Open,

    /// <summary>A brist: it counts in the risk.</summary>
    [StoredName("confirmed")]
    Confirmed,

    /// <summary>There was a reason for it.</summary>
    [StoredName("dismissed")]
    Dismissed,
}

/// <summary>What is known of a reply beside that it was given.</summary>
public enum ReplyStanding
{
    /// <summary>obekräftad</summary>
    [StoredName("unconfirmed")]
    Unconfirmed,

    /// <summary>bekräftad</summary>
    [StoredName("confirmed")]
    Confirmed,

    /// <summary>motsägs</summary>
    [StoredName("contradicted")]
    Contradicted,
}

/// <summary>The rules of the day on which a unit was asked.</summary>
/// <param name="PromptDaysBefore">Days before the last day.</param>
/// <param name="CorrectionDays">For an answer that is asked for again.</param>
/// <param name="JudgeWorkingDays">For judging a silence.</param>
public sealed record SurveyTerms(int PromptDaysBefore, int CorrectionDays, int JudgeWorkingDays)
{
    public static SurveyTerms Of(Settings.SurveyRoundRules rules) =>
        new(rules.PromptDaysBefore, rules.CorrectionDays, rules.JudgeWorkingDays);
}

/// <summary>That the last day passed without an answer.</summary>
/// <param name="Since">The last day that passed.</param>
/// <param name="JudgeUntil">Until when somebody is to say what it means.</param>
/// <param name="Reason">Null until it is judged.</param>
public sealed record Silence(
    DateOnly Since, DateOnly JudgeUntil, SilenceJudgement Judgement, DateOnly? JudgedOn, TextReference? Reason);

/// <summary>What the provider has handed in.</summary>
/// <param name="Number">The first answer is 1; one that was asked for again has the next number.</param>
/// <param name="IsLate">It came after the last day.</param>
public sealed record SurveyAnswer(int Number, Id AnswerId, DateOnly HandedInOn, bool IsLate);

/// <summary>What somebody has found out about a reply: by whom and how.</summary>
/// <param name="Question">Its code.</param>
/// <param name="Number">Of the answer that it was given in.</param>
public sealed record ReplyJudgement(
    CodeId Question, int Number, DateOnly On, ReplyStanding Standing, TextReference How);

/// <summary>One unit's avtalsenkät of one round: asked, reminded, answered or not, and what that means.</summary>
public sealed record Survey
{
    public required Id RoundId { get; init; }

    public required int Year { get; init; }

    public required SurveyedUnit Unit { get; init; }

    public required QuestionSetVersion Set { get; init; }

    /// <summary>The questions that this unit is asked, by their codes.</summary>
    public required IReadOnlyList<CodeId> Questions { get; init; }

    public required SurveyTerms Terms { get; init; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>The last day, a Stockholm day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>How many times it has been asked for: the number of the answer that is awaited or given.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Whether the provider has been reminded of this last day.</summary>
    public bool IsPrompted { get; init; }

    /// <summary>Why it was asked for again; null for the first.</summary>
    public TextReference? AskedAgain { get; init; }

    /// <summary>In the order of their numbers, the newest last.</summary>
    public IReadOnlyList<SurveyAnswer> Answers { get; init; } = [];

    /// <summary>Null: it never fell silent.</summary>
    public Silence? Silence { get; init; }

    /// <summary>Of the newest answer.</summary>
    public Replies Replies { get; init; } = Replies.None;

    /// <summary>The questions whose replies break the terms, as they were when it was handed in.</summary>
    public IReadOnlyList<CodeId> Deviations { get; init; } = [];

    /// <summary>What has been found out about them.</summary>
    public IReadOnlyList<ReplyJudgement> Judged { get; init; } = [];

    /// <summary>Why it is not asked for.</summary>
    public TextReference? LeftOutBecause { get; init; }
}

/// <param name="Survey">Null only before it is asked for.</param>
public sealed record SurveyState(SurveyStatus Status, Survey? Survey)
{
    public static SurveyState Initial { get; } = new(SurveyStatus.NotAsked, null);
}

/// <summary>What a survey says no to. The codes are contracts with callers.</summary>
public static class SurveyRefusals
{
    /// <summary>It is answered, or not asked for.</summary>
    public const string NotAwaited = "survey.not-awaited";

    /// <summary>It has not been answered.</summary>
    public const string NotAnswered = "survey.not-answered";
    public const string DayMissing = "survey.day-missing";

    /// <summary>The argument is the first day that may be chosen.</summary>
    public const string DayTooEarly = "survey.day-too-early";

    /// <summary>It has not fallen silent, or somebody has judged it.</summary>
    public const string NoSilence = "survey.no-silence";
    public const string JudgementMissing = "survey.judgement-missing";
    public const string QuestionMissing = "survey.question-missing";

    /// <summary>Nothing was replied to it.</summary>
    public const string NoReply = "survey.no-reply";
    public const string StandingMissing = "survey.standing-missing";
}
