namespace Oversight.Concerns;

/// <summary>The rules of a concern's life: what follows from a command, or why it is refused.</summary>
public static partial class ConcernDecider
{
    public static Decision<ConcernEvent> Decide(ConcernState state, ConcernCommand command, CommandContext context)
    {
        if (!ConcernTransitions.Allows(state.Status, command.GetType()))
            return NotNow(state.Status);
        return command switch
        {
            ConcernCommand.Report report => Report(report, context),
            ConcernCommand.Assess assess => Assess(OnFile(state), state.AssessmentOrNone, assess, context),
            ConcernCommand.LinkToUnit link => LinkToUnit(OnFile(state), link, context),
            ConcernCommand.Move move => Move(OnFile(state), move, context),
            ConcernCommand.Withdraw withdraw => Withdraw(OnFile(state), withdraw, context),
            ConcernCommand.Correct correct => Correct(state.Status, OnFile(state), correct, context),
            ConcernCommand.Mask mask => Mask(OnFile(state), mask, context),
            ConcernCommand.DecideTriggeredReview decide => DecideReview((ConcernState.AwaitingDecision)state, decide, context),
            ConcernCommand.DeclareConflictOfInterest declare => DeclareConflict((ConcernState.AwaitingDecision)state, declare, context),
            ConcernCommand.RemindOfDecision => Remind((ConcernState.AwaitingDecision)state, context),
            ConcernCommand.EscalateDecision escalate => Escalate((ConcernState.AwaitingDecision)state, escalate, context),
            ConcernCommand.LinkToConcern link => LinkToConcern(OnFile(state), link, context),
            ConcernCommand.UnlinkConcern unlink => Unlink(OnFile(state), unlink, context),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private static Decision<ConcernEvent> NotNow(ConcernStatus status) => status switch
    {
        ConcernStatus.NotReported => new Refusal(ConcernRefusals.NotReported),
        _ => new Refusal(ConcernRefusals.NotInThisState, null, status.ToString()),
    };

    private static ConcernFile OnFile(ConcernState state) => ((ConcernState.OnFile)state).File;

    private static Decision<ConcernEvent> Report(ConcernCommand.Report report, CommandContext context)
    {
        var (rules, limits) = (report.Rules, report.Rules.Limits);
        Refusal[] faults =
        [
            .. ConcernChecks.Place(report.Place, rules),
            .. ConcernChecks.Code(report.Service, rules.Services, "service", ConcernRefusals.ServiceRequired, context.Today),
            .. ConcernChecks.Required(report.Text, "text", limits.Text),
            .. ConcernChecks.Occurred(report.Occurred, rules, context.Today),
            .. ConcernChecks.Code(report.Consequence, rules.Consequences, "consequence", ConcernRefusals.ConsequenceRequired, context.Today),
            .. ConcernChecks.Optional(report.CaseReference, "caseReference", limits.CaseReference),
            .. ConcernChecks.Optional(report.RegisteredFor, "registeredFor", limits.Line),
            .. ConcernChecks.Attachments(report.Attachments, limits),
        ];
        return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Reported(
            context.Today, BoardOf(report.Place), (report.Place as ConcernPlace.AtUnit)?.Unit,
            (report.Place as ConcernPlace.Unknown)?.Description.Kept, report.Service!.Value, report.Text.Kept, report.Occurred!,
            report.Consequence!.Value, Kept(report.CaseReference), Kept(report.RegisteredFor), report.Attachments, report.ReporterKey,
            report.RegisteredByKey, report.Channel, report.PossibleDuplicateOf));
    }

    private static Decision<ConcernEvent> Withdraw(ConcernFile file, ConcernCommand.Withdraw withdraw, CommandContext context)
    {
        if (withdraw.RequestedByKey != file.RegisteredByKey)
            return new Refusal(ConcernRefusals.NotTheReporter);
        return Decision.Unless<ConcernEvent>(
            [.. ConcernChecks.Reason(withdraw.Reason, withdraw.Rules)],
            () => new ConcernEvent.Withdrawn(context.Today, withdraw.Reason.Kept));
    }

    private static Decision<ConcernEvent> Correct(ConcernStatus status, ConcernFile file, ConcernCommand.Correct correct, CommandContext context)
    {
        if (correct.ReporterKey is { } key && key != file.RegisteredByKey)
            return new Refusal(ConcernRefusals.NotTheReporter);
        if (correct.ReporterKey is not null && status != ConcernStatus.Received)
            return new Refusal(ConcernRefusals.CorrectionIsTheAssessors);
        var text = correct.Text is { } written && written.Hash != file.Text.Reference.Hash ? written : null;
        var occurred = correct.Occurred == file.Occurred ? null : correct.Occurred;
        var consequence = correct.Consequence == file.Consequence ? null : correct.Consequence;
        Refusal[] faults =
        [
            .. text is null && occurred is null && consequence is null ? [new Refusal(ConcernRefusals.NothingToCorrect)] : Array.Empty<Refusal>(),
            .. text is null ? [] : ConcernChecks.Required(text, "text", correct.Rules.Limits.Text),
            .. occurred is null ? [] : ConcernChecks.Occurred(occurred, correct.Rules, file.ReceivedOn),
            .. consequence is null
                ? []
                : ConcernChecks.Code(consequence, correct.Rules.Consequences, "consequence", ConcernRefusals.ConsequenceRequired, context.Today),
            .. ConcernChecks.Reason(correct.Reason, correct.Rules),
        ];
        return Decision.Unless<ConcernEvent>(faults, () => new ConcernEvent.Corrected(
            context.Today, text?.Kept, occurred, consequence, correct.ReporterKey is not null, correct.Reason.Kept));
    }

    private static TextReference? Kept(WrittenText? text) => text is null || text.IsEmpty ? null : text.Kept;

    private static BoardId BoardOf(ConcernPlace place) => place switch
    {
        ConcernPlace.AtUnit known => known.Unit.Board,
        ConcernPlace.Unknown unknown => unknown.Board,
        _ => throw new InvalidOperationException("A place without a board has been refused before."),
    };
}
