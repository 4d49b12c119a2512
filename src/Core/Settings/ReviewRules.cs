namespace Oversight.Settings;

/// <summary>How reviews are made: what is looked at and how long others have to answer.</summary>
/// <param name="CommentDays">How long the provider has to comment on a draft (R29); ends on a working day.</param>
/// <param name="SupplementDays">The same for a supplement (R91).</param>
/// <param name="ActionPlanDays">The same for an åtgärdsplan (R92).</param>
/// <param name="Requirements">What a review may look at, in the order of its checklist.</param>
/// <param name="SecondReader">Whether another reviewer reads a draft before the provider gets it.</param>
/// <param name="CaseFirst">Whether the registrator opens the ärende before anything is sent (expedieras).</param>
/// <param name="PromptDays">
/// How many days before its last day the provider is reminded of what it has not answered; 0: not at all.
/// </param>
public sealed record ReviewRules(
    DateOnly ValidFrom, int CommentDays, int SupplementDays, int ActionPlanDays,
    IReadOnlyList<Requirement> Requirements, bool SecondReader = false, bool CaseFirst = false, int PromptDays = 0)
{
    /// <summary>What evidence often says (standardfraser), to be chosen while one writes.</summary>
    public IReadOnlyList<Phrase> Phrases { get; init; } = [];

    /// <summary>Those of a requirement first, then those of all.</summary>
    public IEnumerable<Phrase> PhrasesFor(CodeId requirement) =>
        Phrases.Where(phrase => phrase.Requirement == requirement)
            .Concat(Phrases.Where(phrase => phrase.Requirement is null));

    /// <summary>
    /// How many days after its last day an answer that has not come is told to the enhetschef; 0: never.
    /// </summary>
    public int EscalateDays { get; init; }

    /// <summary>How many days a second reader has, ending on a working day; 0: no day is set.</summary>
    public int ReaderDays { get; init; }

    /// <summary>
    /// Whether a medically responsible (MAS or MAR) takes part in a review that judges requirements of hälso- och
    /// sjukvårdslagen (R13).
    /// </summary>
    public bool MedicalReviewer { get; init; }

    /// <summary>
    /// Whether requirements of hälso- och sjukvårdslagen are only for units with services under that law (R12), also
    /// those that name no acts.
    /// </summary>
    public bool HslOnlyWhereItApplies { get; init; }

    /// <summary>The units' own routines for reviews, which a review follows (R32).</summary>
    public IReadOnlyList<ReviewRoutine> Routines { get; init; } = [];

    /// <summary>When findings are followed up, by the gravest that is open (R71); one for each severity.</summary>
    public IReadOnlyList<FollowUpRule> FollowUps { get; init; } = [];

    /// <summary>
    /// Within how many months a new review begins when something remains after the final date; none is waited for by
    /// rules that do not say.
    /// </summary>
    public int SuccessorMonths { get; init; }

    public ReviewRoutine? RoutineOf(BoardId board) => Routines.FirstOrDefault(routine => routine.Board == board);

    public Requirement? Find(CodeId id) => Requirements.FirstOrDefault(requirement => requirement.Id == id);
}

/// <summary>A requirement (krav) that a review judges, with where it stands (R6, R96).</summary>
/// <param name="Area">The quality area, a code of <see cref="CodeLists.QualityAreas"/> (R15, R16).</param>
/// <param name="Source">The law or the terms: "LSS 9 §", "Generella kundvalsvillkor".</param>
/// <param name="Clause">The clause within the terms; null where the law's paragraph is enough.</param>
/// <param name="Category">
/// The concern and finding category it answers to, which prefills the scope of a påkallad granskning (R42).
/// </param>
/// <param name="Forms">The agreement forms it is for; empty: all.</param>
/// <param name="Acts">The marks of services it is for (<c>lss</c>, <c>sol</c>, <c>hsl</c>); empty: all.</param>
public sealed record Requirement(
    CodeId Id, string Text, CodeId Area, string Source, string? Clause, CodeId? Category, IReadOnlyList<string> Forms,
    IReadOnlyList<string> Acts)
{
    /// <summary>The mark of hälso- och sjukvårdslagen.</summary>
    public const string Hsl = "hsl";

    /// <summary>The act that it tests (<c>lss</c>, <c>sol</c>, <c>hsl</c>); null: terms, or several acts.</summary>
    public string? Law { get; init; }

    public bool IsHsl => Law == Hsl;
}

/// <summary>The routine (rutin) by which the unit of a board makes reviews.</summary>
/// <param name="Name">As people know it, with its version or date.</param>
/// <param name="Address">Where staff read it, https; null: it has no address.</param>
public sealed record ReviewRoutine(BoardId Board, string Name, string? Address = null);

/// <summary>A sentence of the evidence that is written again and again.</summary>
/// <param name="Requirement">null: it fits every requirement.</param>
public sealed record Phrase(string Text, CodeId? Requirement);

/// <summary>When the remedies of findings of a severity are looked at.</summary>
/// <param name="Severity">1 (slight) to 4 (grave).</param>
/// <param name="DaysBefore">How many days before the final date they are followed up.</param>
/// <param name="CheckDaysAfter">How many days after the final date what remained is checked.</param>
public sealed record FollowUpRule(int Severity, int DaysBefore, int CheckDaysAfter);
