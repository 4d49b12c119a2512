using Oversight.Answers.Surveys;
using Oversight.Attachments;
using Oversight.Surveys;

namespace Oversight.Answers;

/// <summary>What a provider is asked for through a svarslänk.</summary>
public enum AnswerKind
{
    /// <summary>komplettering (R91)</summary>
    [StoredName("supplement")]
    Supplement,

    /// <summary>synpunkter på ett utkast (R29)</summary>
    [StoredName("comments")]
    Comments,

    /// <summary>yttrande over a proposed sanction or a proposed åtgärdskrav</summary>
    [StoredName("hearing")]
    Hearing,

    /// <summary>That an underrättelse has been read and received: signed, with nothing to write.</summary>
    [StoredName("receipt")]
    Receipt,

    /// <summary>avtalsenkät (R45): questions, each with its own reply.</summary>
    [StoredName("survey")]
    Survey,

    /// <summary>åtgärdsplan (R92-R94)</summary>
    [StoredName("plan")]
    Plan,
}

/// <summary>What has become of it.</summary>
public enum AnswerStatus
{
    [StoredName("notAsked")]
    NotAsked,

    /// <summary>The provider writes on it.</summary>
    [StoredName("open")]
    Open,

    /// <summary>inlämnat</summary>
    [StoredName("handedIn")]
    HandedIn,

    /// <summary>It is not asked for any more: answered on another way, or taken back.</summary>
    [StoredName("withdrawn")]
    Withdrawn,
}

/// <summary>In what capacity somebody answers for the provider.</summary>
public enum Signatory
{
    /// <summary>firmatecknare</summary>
    [StoredName("representative")]
    Representative,

    /// <summary>ombud med fullmakt; the fullmakt is among the files.</summary>
    [StoredName("proxy")]
    Proxy,

    /// <summary>Somebody else who may answer: an åtgärdsplan they may not sign.</summary>
    [StoredName("employee")]
    Employee,
}

/// <summary>What is asked for, of whom, and until when.</summary>
/// <param name="SubjectId">The review that asks, itself or through its sanction; or the unit's avtalsenkät.</param>
/// <param name="Number">
/// Of the supplement, the draft or the round of the åtgärdsplan within its review; of the hearing or the question
/// within its sanction; of the asking within its avtalsenkät.
/// </param>
/// <param name="Until">The last day, a Stockholm day; it is too late on the day after.</param>
/// <param name="Findings">The numbers of the findings that an åtgärdsplan must have a measure for.</param>
public sealed record AnswerTask(
    AnswerKind Kind, Id SubjectId, int Number, DateOnly Until, Id UnitId, BoardId Board, IReadOnlyList<int> Findings);

/// <summary>A measure that the provider promises about a finding (R94).</summary>
/// <param name="Number">From 1 within the answer, never used again.</param>
public sealed record AnswerMeasure(
    int Number, int Finding, DateOnly Due, TextReference What, TextReference Responsible);

/// <summary>A file with its name, which may hold personal data and is kept apart.</summary>
public sealed record AnswerFile(Attachment File, TextReference Name);

/// <summary>Who has handed it in, in their own words, and that they have said that they may.</summary>
public sealed record AnswerSignature(DateOnly On, TextReference Name, TextReference Title, Signatory Capacity);

/// <summary>An answer as it stands. What is written in it is the provider's alone until it is handed in.</summary>
public sealed record Answer(AnswerTask Task, DateOnly AskedOn)
{
    /// <summary>Its last day does not count for now.</summary>
    public bool IsHeld { get; init; }

    /// <summary>
    /// What brought it about beside the review, whose stream it is delivered to: a sanction. Null: the review itself.
    /// </summary>
    public Id? Matter { get; init; }

    /// <summary>
    /// Null while it is held. That something has been received is true on whatever day it is said.
    /// </summary>
    public DateOnly? LastDay => IsHeld || Task.Kind == AnswerKind.Receipt ? null : Task.Until;

    /// <summary>Whether it comes too late on that day.</summary>
    /// <remarks>
    /// An avtalsenkät that was never handed in may be: it must be answered (R46), and is shown as late.
    /// </remarks>
    public bool IsLate(DateOnly today) => today > LastDay && (Survey is null || Handed is not null);

    public TextReference? Text { get; init; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<AnswerMeasure> Measures { get; init; } = [];

    public IReadOnlyList<AnswerFile> Files { get; init; } = [];

    /// <summary>The highest number that a measure has had.</summary>
    public int LastMeasure { get; init; }

    /// <summary>Of the last time that it was handed in, also while it is changed again.</summary>
    public AnswerSignature? Signature { get; init; }

    /// <summary>What an avtalsenkät asks; null for every other answer.</summary>
    public SurveyTask? Survey { get; init; }

    /// <summary>To the questions of an avtalsenkät.</summary>
    public Replies Replies { get; init; } = Replies.None;

    /// <summary>Which of <see cref="Files"/> belong to which question.</summary>
    public IReadOnlyList<FileOfQuestion> QuestionFiles { get; init; } = [];

    /// <summary>What stood in an avtalsenkät when it was last handed in; null: it never was.</summary>
    public HandedSurvey? Handed { get; init; }

    /// <summary>How many times it has been handed in.</summary>
    public int HandIns { get; init; }

    /// <summary>diarienummer; null until the registrator has entered it.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Findings about which nothing is promised.</summary>
    public IReadOnlyList<int> WithoutMeasure =>
        [.. Task.Findings.Where(number => Measures.All(measure => measure.Finding != number))];
}

/// <param name="Answer">Null only before it is asked for.</param>
public sealed record AnswerState(AnswerStatus Status, Answer? Answer)
{
    public static AnswerState Initial { get; } = new(AnswerStatus.NotAsked, null);
}
