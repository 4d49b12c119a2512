using Oversight.Attachments;
using Oversight.Texts;

namespace Oversight.Concerns;

/// <summary>
/// A concern as it stands. What can be done to it depends on the case: see <see cref="ConcernTransitions"/>.
/// </summary>
public abstract record ConcernState
{
    private ConcernState()
    {
    }

    public static ConcernState Initial { get; } = new NotReported();

    public ConcernStatus Status => this switch
    {
        Received => ConcernStatus.Received,
        Assessed => ConcernStatus.Assessed,
        AwaitingDecision => ConcernStatus.AwaitingDecision,
        Decided => ConcernStatus.Decided,
        Withdrawn => ConcernStatus.Withdrawn,
        _ => ConcernStatus.NotReported,
    };

    /// <summary>Null only before the concern is reported.</summary>
    public ConcernFile? FileOrNone => (this as OnFile)?.File;

    internal ConcernFile RequiredFile => ((OnFile)this).File;

    /// <summary>The assessment in force, when there is one.</summary>
    public Assessment? AssessmentOrNone => this switch
    {
        Assessed assessed => assessed.Assessment,
        AwaitingDecision waiting => waiting.Assessment,
        Decided decided => decided.Assessment,
        Withdrawn withdrawn => withdrawn.Assessment,
        _ => null,
    };

    /// <summary>The same case with another file.</summary>
    internal ConcernState Change(Func<ConcernFile, ConcernFile> change) =>
        (OnFile)this with { File = change(RequiredFile) };

    /// <summary>Nothing has happened yet.</summary>
    public sealed record NotReported : ConcernState;

    /// <summary>Everything that a concern has whatever has become of it.</summary>
    public abstract record OnFile : ConcernState
    {
        private protected OnFile(ConcernFile file) => File = file;

        public ConcernFile File { get; init; }
    }

    /// <summary>mottagen: nobody has assessed it.</summary>
    public sealed record Received(ConcernFile File) : OnFile(File);

    /// <summary>bedömd, with an outcome that needs nobody else's decision.</summary>
    public sealed record Assessed(ConcernFile File, Assessment Assessment) : OnFile(File);

    /// <summary>A påkallad granskning has been proposed and nobody has decided.</summary>
    /// <param name="Wait">Null for those that were proposed before days were kept.</param>
    /// <param name="RemindedOn">When whoever is awaited now was reminded.</param>
    public sealed record AwaitingDecision(
        ConcernFile File, Assessment Assessment, DecisionWait? Wait, DateOnly? RemindedOn = null) : OnFile(File)
    {
        /// <summary>Whose turn it is: the enhetschef, until it has gone over to the substitute.</summary>
        public Role From => Wait?.From ?? DecisionWait.Decider;

        /// <summary>
        /// Whether somebody in that role may decide now: the enhetschef always, the substitute in turn.
        /// </summary>
        public bool MayDecide(Role role) => role == DecisionWait.Decider || role == From;

        /// <summary>Null: the person may decide now.</summary>
        internal Refusal? WhyNot(Actor actor)
        {
            if (File.InConflict.Contains(actor.UserId))
                return new Refusal(ConcernRefusals.InConflictOfInterest);
            return MayDecide(actor.Role) ? null : new Refusal(ConcernRefusals.NotTheDecider);
        }

        /// <summary>To somebody else, or with new days: a reminder of before does not count.</summary>
        internal AwaitingDecision GoesOver(DecisionWait wait) =>
            this with { Wait = wait, RemindedOn = wait == Wait ? RemindedOn : null };
    }

    /// <summary>The enhetschef or the substitute has decided.</summary>
    public sealed record Decided(ConcernFile File, Assessment Assessment, TriggeredReviewDecision Decision)
        : OnFile(File);

    /// <summary>Taken back by its reporter. Weighs nothing; stays in the record.</summary>
    public sealed record Withdrawn(ConcernFile File, Assessment? Assessment, TextReference Reason) : OnFile(File);
}

/// <summary>Names of the cases of <see cref="ConcernState"/>, for lists and filters.</summary>
public enum ConcernStatus
{
    [StoredName("notReported")]
    NotReported,
    [StoredName("received")]
    Received,
    [StoredName("assessed")]
    Assessed,
    [StoredName("awaitingDecision")]
    AwaitingDecision,
    [StoredName("decided")]
    Decided,
    [StoredName("withdrawn")]
    Withdrawn,
}

/// <summary>What a concern says and where it belongs.</summary>
public sealed record ConcernFile
{
    public required BoardId Board { get; init; }

    public required ConcernUnit? Unit { get; init; }

    public required TextReference? UnknownProvider { get; init; }

    public required CodeId Service { get; init; }

    public required MaskableText Text { get; init; }

    public required Occurrence Occurred { get; init; }

    public required CodeId Consequence { get; init; }

    public required TextReference? CaseReference { get; init; }

    public required TextReference? RegisteredFor { get; init; }

    public required IReadOnlyList<Attachment> Attachments { get; init; }

    public required string ReporterKey { get; init; }

    public required string RegisteredByKey { get; init; }

    public required ConcernChannel Channel { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required IReadOnlyList<ConcernLink> Links { get; init; }

    public required IReadOnlyList<ConcernStep> Steps { get; init; }

    /// <summary>How many events have made it what it is.</summary>
    public required int Version { get; init; }

    /// <summary>Version of the last event that changed what the concern weighs, or for which unit.</summary>
    public required int WeighedAt { get; init; }

    /// <summary>From the reviews that it was a reason for and that have ended, the latest last.</summary>
    public IReadOnlyList<ConcernAnswer> Answers { get; init; } = [];

    /// <summary>The kvalitetsdialoger that it was taken up at, the latest last.</summary>
    public IReadOnlyList<ConcernTakenUp> TakenUp { get; init; } = [];

    /// <summary>Those who have declared a conflict of interest (jäv), by their Entra object ids.</summary>
    public IReadOnlyList<string> InConflict { get; init; } = [];

    /// <summary>Who works with it; null: nobody in particular.</summary>
    public ConcernHolder? Holder { get; init; }

    /// <summary>Null unless crime or irregularity is suspected and it is sealed.</summary>
    public ConcernSeal? Seal { get; init; }

    /// <summary>By the event that is being applied, what the concern weighs is other than before.</summary>
    internal ConcernFile Weighed() => this with { WeighedAt = Version + 1 };

    internal ConcernFile Step(ConcernStepKind kind, DateOnly on) =>
        this with { Steps = [.. Steps, new ConcernStep(kind, on)] };
}

/// <summary>
/// One assessment. Kind, category, area and severity may be missing only when the concern is unfounded.
/// </summary>
public sealed record Assessment(
    int Number, DateOnly On, CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity, ConcernOutcome Outcome,
    TextReference Reason);

/// <summary>
/// beslut om påkallad granskning (R41): yes or no, why, and a hint about the scope that the shortcomings ask for (R42).
/// </summary>
public sealed record TriggeredReviewDecision(
    bool Approved, DateOnly On, int AssessmentNumber, TextReference Reason, TextReference? ScopeHint);
