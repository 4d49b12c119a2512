namespace Oversight.Concerns;

/// <summary>How exactly the reporter knows when it happened: about is enough.</summary>
public enum OccurrencePrecision
{
    [StoredName("day")]
    Day,
    [StoredName("month")]
    Month,
    [StoredName("unclear")]
    Unclear,
}

/// <summary>When it happened.</summary>
/// <param name="First">The day, or the first day of the month; null when unclear.</param>
public sealed record Occurrence(OccurrencePrecision Precision, DateOnly? First)
{
    public static Occurrence Unclear { get; } = new(OccurrencePrecision.Unclear, null);

    public static Occurrence On(DateOnly day) => new(OccurrencePrecision.Day, day);

    public static Occurrence InMonth(DateOnly anyDay) =>
        new(OccurrencePrecision.Month, new DateOnly(anyDay.Year, anyDay.Month, 1));

    /// <summary>
    /// The day that calculations use: the day itself, the last day of the month but never after the concern was
    /// received, and the day of receipt when unclear.
    /// </summary>
    public DateOnly Day(DateOnly received) => (Precision, First) switch
    {
        (OccurrencePrecision.Day, { } day) => day,
        (OccurrencePrecision.Month, { } first) => Earlier(first.AddMonths(1).AddDays(-1), received),
        _ => received,
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>
/// The unit a concern is about, as the register had it when the concern was linked: later renamings do not rewrite the
/// record.
/// </summary>
public sealed record ConcernUnit(
    Id UnitId, Id ProviderId, Id AgreementId, BoardId Board, string Name, string ProviderName);

/// <summary>Where the concern points. Nobody is refused for not knowing the provider.</summary>
public abstract record ConcernPlace
{
    private ConcernPlace()
    {
    }

    /// <summary>The board that handles a concern about this place.</summary>
    internal BoardId OwningBoard => this switch
    {
        AtUnit known => known.Unit.Board,
        Unknown unknown => unknown.Board,
        _ => throw new InvalidOperationException("A place without a board has been refused before."),
    };

    public sealed record AtUnit(ConcernUnit Unit) : ConcernPlace;

    /// <summary>annan/okänd anordnare: told in words, owned by the reporter's board, linked later.</summary>
    public sealed record Unknown(WrittenText Description, BoardId Board) : ConcernPlace;

    /// <summary>Nothing was chosen.</summary>
    public sealed record NotChosen : ConcernPlace;

    /// <summary>A unit was named that the register does not have.</summary>
    public sealed record NoSuchUnit : ConcernPlace;
}

/// <summary>The way a concern came in. The rules are the same.</summary>
public enum ConcernChannel
{
    [StoredName("form")]
    Form,
    [StoredName("api")]
    Api,
    [StoredName("message")]
    Message,
}

/// <summary>What the assessor concludes.</summary>
public enum ConcernOutcome
{
    [StoredName("noFurtherAction")]
    NoFurtherAction,
    [StoredName("nextDialogue")]
    NextDialogue,
    [StoredName("askProvider")]
    AskProvider,

    /// <summary>föreslå påkallad granskning: the enhetschef decides (R41).</summary>
    [StoredName("proposeTriggeredReview")]
    ProposeTriggeredReview,
    [StoredName("unfounded")]
    Unfounded,
}

/// <summary>How two concerns belong together.</summary>
public enum ConcernLinkKind
{
    /// <summary>Marked by the system (same content) or a person; still weighs.</summary>
    [StoredName("possibleDuplicate")]
    PossibleDuplicate,

    /// <summary>Confirmed: the same concern sent twice. Weighs nothing.</summary>
    [StoredName("duplicate")]
    Duplicate,

    /// <summary>Two reporters about the same event; both weigh.</summary>
    [StoredName("sameEvent")]
    SameEvent,
}

public sealed record ConcernLink(Id Other, ConcernLinkKind Kind);

/// <summary>One dated step of the list that the reporter sees.</summary>
public sealed record ConcernStep(ConcernStepKind Kind, DateOnly On);

public enum ConcernStepKind
{
    [StoredName("received")]
    Received,
    [StoredName("assessed")]
    Assessed,
    [StoredName("reviewProposed")]
    ReviewProposed,
    [StoredName("reviewDecided")]
    ReviewDecided,
    [StoredName("reviewDeclined")]
    ReviewDeclined,
    [StoredName("linked")]
    Linked,
    [StoredName("moved")]
    Moved,
    [StoredName("corrected")]
    Corrected,
    [StoredName("masked")]
    Masked,

    /// <summary>avslutad: a review that it was a reason for has ended.</summary>
    [StoredName("answered")]
    Answered,

    /// <summary>taken up at a kvalitetsdialog.</summary>
    [StoredName("takenUp")]
    TakenUp,
    [StoredName("withdrawn")]
    Withdrawn,
}
