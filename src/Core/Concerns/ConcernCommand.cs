namespace Oversight.Concerns;

/// <summary>What can be asked of a concern. The rules in force come with the command; texts come in whole and leave as references.</summary>
public abstract record ConcernCommand
{
    private ConcernCommand()
    {
    }

    /// <summary>
    /// A new concern. <paramref name="RegisteredByKey"/> is the pseudonym of the person who registers it, <paramref name="ReporterKey"/>
    /// of the person whose concern it is; they differ when it is registrerad åt någon annan, described by <paramref name="RegisteredFor"/>.
    /// </summary>
    public sealed record Report(
        ConcernPlace Place, CodeId? Service, WrittenText Text, Occurrence? Occurred, CodeId? Consequence,
        WrittenText? CaseReference, WrittenText? RegisteredFor, IReadOnlyList<Attachment> Attachments,
        string ReporterKey, string RegisteredByKey, ConcernChannel Channel, Id? PossibleDuplicateOf, ConcernRules Rules) : ConcernCommand;

    /// <summary>
    /// The assessment, first or renewed; always with a written reason. Everything but outcome and reason may be left out when the
    /// concern is unfounded. A <paramref name="Unit"/> other than the present one links or moves the concern in the same breath.
    /// </summary>
    /// <param name="Severity">1-4.</param>
    public sealed record Assess(
        CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity, ConcernPlace? Unit, ConcernOutcome? Outcome,
        WrittenText Reason, ConcernRules Rules) : ConcernCommand;

    /// <summary>The unknown provider has been found out.</summary>
    public sealed record LinkToUnit(ConcernPlace Unit) : ConcernCommand;

    /// <summary>To another unit, or to a board without a known unit. What the concern weighs goes with it.</summary>
    public sealed record Move(ConcernPlace Place, WrittenText Reason, ConcernRules Rules) : ConcernCommand;

    /// <summary>By whoever registered it, until a påkallad granskning has been proposed: from then on the unit must take a position (R41).</summary>
    public sealed record Withdraw(string RequestedByKey, WrittenText Reason, ConcernRules Rules) : ConcernCommand;

    /// <summary>
    /// Null leaves a part as it is. The reporter may correct until the assessment; an assessor always. <paramref name="ReporterKey"/>
    /// is null when an assessor corrects.
    /// </summary>
    public sealed record Correct(
        WrittenText? Text, Occurrence? Occurred, CodeId? Consequence, string? ReporterKey, WrittenText Reason, ConcernRules Rules) : ConcernCommand;

    /// <summary>Hides every place where <paramref name="Words"/> stand in the present text.</summary>
    /// <param name="PresentText">The text that the reference in the state names.</param>
    public sealed record Mask(string Words, WrittenText PresentText, WrittenText Reason, ConcernRules Rules) : ConcernCommand;

    /// <summary>The enhetschef's decision on a proposed påkallad granskning (R41, R42).</summary>
    public sealed record DecideTriggeredReview(bool? Approved, WrittenText Reason, WrittenText? ScopeHint, ConcernRules Rules) : ConcernCommand;

    /// <summary>Whoever is about to decide may not, because of a tie to the matter (jäv): the substitute decides.</summary>
    public sealed record DeclareConflictOfInterest(WrittenText Reason, ConcernRules Rules) : ConcernCommand;

    /// <summary>By the system, on the day of the reminder. Changes nothing where it was done or is not due.</summary>
    public sealed record RemindOfDecision : ConcernCommand;

    /// <summary>By the system, when the last day for the decision has passed. Changes nothing where it was done or is not due.</summary>
    public sealed record EscalateDecision(ConcernRules Rules) : ConcernCommand;

    public sealed record LinkToConcern(Id Concern, Id Other, ConcernLinkKind Kind) : ConcernCommand;

    /// <summary>The two are not the same after all.</summary>
    public sealed record UnlinkConcern(Id Other) : ConcernCommand;
}
