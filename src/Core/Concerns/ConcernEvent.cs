using Oversight.Texts;

namespace Oversight.Concerns;

/// <summary>
/// What happened to a concern. No event holds free text, a name, or who a reporter or client is: only references, codes, dates,
/// pseudonyms, and the Entra object id of staff who decide.
/// </summary>
public abstract record ConcernEvent
{
    private ConcernEvent(DateOnly on) => On = on;

    /// <summary>The Stockholm day on which it happened.</summary>
    public DateOnly On { get; init; }

    public sealed record Reported(
        DateOnly On, BoardId Board, ConcernUnit? Unit, TextReference? UnknownProvider, CodeId Service, TextReference Text,
        Occurrence Occurred, CodeId Consequence, TextReference? CaseReference, TextReference? RegisteredFor,
        IReadOnlyList<Attachment> Attachments, string ReporterKey, string RegisteredByKey, ConcernChannel Channel,
        Id? PossibleDuplicateOf) : ConcernEvent(On);

    /// <param name="Number">1 for the first assessment, 2 for the one that replaced it ...</param>
    public sealed record Assessed(
        DateOnly On, int Number, CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity, ConcernOutcome Outcome,
        TextReference Reason) : ConcernEvent(On)
    {
        /// <summary>Whose decision is awaited, when one was proposed; null for those that were proposed before days were kept.</summary>
        public DecisionWait? Awaits { get; init; }
    }

    public sealed record LinkedToUnit(DateOnly On, ConcernUnit Unit) : ConcernEvent(On);

    /// <param name="Unit">Null when the concern was moved to a board that still has to find out the unit.</param>
    public sealed record Moved(
        DateOnly On, BoardId FromBoard, ConcernUnit? FromUnit, BoardId Board, ConcernUnit? Unit, TextReference? UnknownProvider,
        TextReference Reason) : ConcernEvent(On);

    public sealed record Withdrawn(DateOnly On, TextReference Reason) : ConcernEvent(On);

    public sealed record Corrected(
        DateOnly On, TextReference? Text, Occurrence? Occurred, CodeId? Consequence, bool ByReporter, TextReference Reason) : ConcernEvent(On);

    public sealed record Masked(DateOnly On, string TextName, IReadOnlyList<MaskedRange> Ranges, TextReference Reason) : ConcernEvent(On);

    public sealed record TriggeredReviewDecided(
        DateOnly On, bool Approved, int AssessmentNumber, TextReference Reason, TextReference? ScopeHint) : ConcernEvent(On);

    /// <summary>Whoever is to decide was reminded.</summary>
    /// <param name="DecideBy">The last day, as the reminder says it.</param>
    public sealed record DecisionReminded(DateOnly On, int AssessmentNumber, Role To, DateOnly DecideBy) : ConcernEvent(On);

    /// <summary>The last day passed without a decision: it is the substitute's as well.</summary>
    public sealed record DecisionEscalated(DateOnly On, int AssessmentNumber, DecisionWait Awaits) : ConcernEvent(On);

    /// <summary>jäv: <paramref name="DeclaredBy"/> does not decide about this concern any more.</summary>
    /// <param name="DeclaredBy">Entra object id.</param>
    public sealed record ConflictOfInterestDeclared(
        DateOnly On, int AssessmentNumber, string DeclaredBy, DecisionWait Awaits, TextReference Reason) : ConcernEvent(On);

    public sealed record LinkedToConcern(DateOnly On, Id Other, ConcernLinkKind Kind) : ConcernEvent(On);

    public sealed record UnlinkedFromConcern(DateOnly On, Id Other) : ConcernEvent(On);
}
