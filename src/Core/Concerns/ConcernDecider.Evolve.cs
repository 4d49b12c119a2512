using Oversight.Texts;

namespace Oversight.Concerns;

/// <summary>How events make the state.</summary>
public static partial class ConcernDecider
{
    public static ConcernState Evolve(ConcernState state, ConcernEvent happened)
    {
        if (happened is ConcernEvent.Reported reported)
            return new ConcernState.Received(FileOf(reported));
        var before = (ConcernState.OnFile)state;
        var on = before with { File = Change(before.File, happened) with { Version = before.File.Version + 1 } };
        return happened switch
        {
            ConcernEvent.Assessed assessed => AfterAssessment(on.File, assessed),
            ConcernEvent.TriggeredReviewDecided decided => new ConcernState.Decided(
                on.File, state.AssessmentOrNone!,
                new TriggeredReviewDecision(decided.Approved, decided.On, decided.AssessmentNumber, decided.Reason, decided.ScopeHint)),
            ConcernEvent.DecisionReminded reminded => ((ConcernState.AwaitingDecision)on) with { RemindedOn = reminded.On },
            ConcernEvent.DecisionEscalated escalated => ((ConcernState.AwaitingDecision)on).GoesOver(escalated.Awaits),
            ConcernEvent.ConflictOfInterestDeclared declared => ((ConcernState.AwaitingDecision)on).GoesOver(declared.Awaits),
            ConcernEvent.Withdrawn withdrawn => new ConcernState.Withdrawn(on.File, state.AssessmentOrNone, withdrawn.Reason),
            _ => on,
        };
    }

    private static ConcernFile FileOf(ConcernEvent.Reported reported) => new(
        reported.Board, reported.Unit, reported.UnknownProvider, reported.Service, MaskableText.Open(reported.Text), reported.Occurred,
        reported.Consequence, reported.CaseReference, reported.RegisteredFor, reported.Attachments, reported.ReporterKey,
        reported.RegisteredByKey, reported.Channel, reported.On,
        reported.PossibleDuplicateOf is { } other ? [new ConcernLink(other, ConcernLinkKind.PossibleDuplicate)] : [],
        [new ConcernStep(ConcernStepKind.Received, reported.On)], Version: 1, WeighedAt: 1);

    private static ConcernState AfterAssessment(ConcernFile file, ConcernEvent.Assessed happened)
    {
        var assessment = new Assessment(
            happened.Number, happened.On, happened.Kind, happened.Category, happened.Area, happened.Severity, happened.Outcome, happened.Reason);
        return happened.Outcome is ConcernOutcome.ProposeTriggeredReview
            ? new ConcernState.AwaitingDecision(file, assessment, happened.Awaits)
            : new ConcernState.Assessed(file, assessment);
    }

    private static ConcernFile Change(ConcernFile file, ConcernEvent happened) => happened switch
    {
        ConcernEvent.Assessed assessed => Step(
            Weighed(file), assessed.Outcome is ConcernOutcome.ProposeTriggeredReview ? ConcernStepKind.ReviewProposed : ConcernStepKind.Assessed,
            assessed.On),
        ConcernEvent.LinkedToUnit linked => Step(
            Weighed(file) with { Unit = linked.Unit, Board = linked.Unit.Board }, ConcernStepKind.Linked, linked.On),
        ConcernEvent.Moved moved => Step(
            Weighed(file) with { Unit = moved.Unit, Board = moved.Board, UnknownProvider = moved.UnknownProvider ?? file.UnknownProvider },
            ConcernStepKind.Moved, moved.On),
        ConcernEvent.Withdrawn withdrawn => Step(Weighed(file), ConcernStepKind.Withdrawn, withdrawn.On),
        ConcernEvent.Corrected corrected => Step(Corrected(file, corrected), ConcernStepKind.Corrected, corrected.On),
        ConcernEvent.Masked masked => Step(
            masked.TextName == file.Text.Reference.Name ? file with { Text = file.Text.Hide(masked.Ranges) } : file,
            ConcernStepKind.Masked, masked.On),
        ConcernEvent.TriggeredReviewDecided decided => Step(
            file, decided.Approved ? ConcernStepKind.ReviewDecided : ConcernStepKind.ReviewDeclined, decided.On),
        ConcernEvent.ConflictOfInterestDeclared declared => file with { InConflict = [.. file.InConflict, declared.DeclaredBy] },
        // Between the decider and the system: no step of the reporter's list.
        ConcernEvent.DecisionReminded or ConcernEvent.DecisionEscalated => file,
        ConcernEvent.LinkedToConcern linked => Weighed(file) with
        {
            Links = [.. file.Links.Where(link => link.Other != linked.Other), new ConcernLink(linked.Other, linked.Kind)],
        },
        ConcernEvent.UnlinkedFromConcern unlinked => Weighed(file) with { Links = [.. file.Links.Where(link => link.Other != unlinked.Other)] },
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}."),
    };

    private static ConcernFile Corrected(ConcernFile file, ConcernEvent.Corrected corrected) =>
        (corrected.Occurred is null && corrected.Consequence is null ? file : Weighed(file)) with
        {
            Text = corrected.Text is { } text ? MaskableText.Open(text) : file.Text,
            Occurred = corrected.Occurred ?? file.Occurred,
            Consequence = corrected.Consequence ?? file.Consequence,
        };

    private static ConcernFile Weighed(ConcernFile file) => file with { WeighedAt = file.Version + 1 };

    private static ConcernFile Step(ConcernFile file, ConcernStepKind kind, DateOnly on) =>
        file with { Steps = [.. file.Steps, new ConcernStep(kind, on)] };
}
