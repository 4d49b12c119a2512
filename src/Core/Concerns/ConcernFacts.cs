using Oversight.Risk;

namespace Oversight.Concerns;

/// <summary>What the risk analysis is told about a concern: a pure function of its state.</summary>
public static class ConcernFacts
{
    /// <summary>The letter of a concern's reference, <c>S-4K7QP-2M9XD</c>.</summary>
    public const char ReferenceKind = 'S';

    /// <summary>Null while the concern is linked to no unit: nobody's risk moves.</summary>
    public static ConcernFact? Of(Id concernId, ConcernState state) => state.FileOrNone is { Unit: { } unit } file
        ? new ConcernFact
        {
            ConcernId = concernId,
            Reference = concernId.Reference(ReferenceKind),
            UnitId = unit.UnitId,
            Board = unit.Board,
            Occurred = file.Occurred.Day(file.ReceivedOn),
            Received = file.ReceivedOn,
            ReporterKey = file.ReporterKey,
            Weighting = WeightingOf(state),
            Severity = state.AssessmentOrNone?.Severity,
            Area = state.AssessmentOrNone?.Area,
            Category = state.AssessmentOrNone?.Category,
            Consequence = file.Consequence,
            Source = $"concern-{concernId}@{file.WeighedAt}",
        }
        : null;

    /// <summary>
    /// Withdrawn, unfounded and twice sent concerns weigh nothing; a concern nobody has assessed weighs less.
    /// </summary>
    public static ConcernWeighting WeightingOf(ConcernState state) => state switch
    {
        ConcernState.NotReported or ConcernState.Withdrawn => ConcernWeighting.Nothing,
        ConcernState.OnFile on when on.File.Links.Any(link => link.Kind == ConcernLinkKind.Duplicate) =>
            ConcernWeighting.Nothing,
        ConcernState.Received => ConcernWeighting.Unassessed,
        _ => state.AssessmentOrNone?.Outcome is ConcernOutcome.Unfounded
            ? ConcernWeighting.Nothing
            : ConcernWeighting.Assessed,
    };
}
