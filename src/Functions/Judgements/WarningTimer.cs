using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;
using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Judgements;
using Oversight.Risk;

namespace Oversight.Functions.Judgements;

/// <summary>
/// Raises the tidiga varningar of each board, once each: a person says what they lead to. A day that was missed is made
/// up by the next.
/// </summary>
public sealed partial class WarningTimer(
    RiskReader risk, Views views, Streams streams, SettingsProvider settings, CommandContexts contexts,
    ILogger<WarningTimer> logger)
{
    [Function("WarningTimer_Daily")]
    [Open("A timer: no person behind it")]
    public async Task Daily([TimerTrigger("0 50 4 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var envelope = new Envelope(contexts.ForSystem(), inForce.Hash, Against.Latest);
        foreach (var board in inForce.Settings.Boards)
            await RaiseAsync(board.Id, envelope, cancellation);
    }

    private async Task RaiseAsync(BoardId board, Envelope envelope, CancellationToken cancellation)
    {
        var raised = (await views.ReadAllAsync<WarningRow>(UnitJudgementStream.WarningsOf(board), cancellation))
            .ToDictionary(row => row.Unit.UnitId, row => row.RaisedOn);
        var judged = await risk.JudgeAsync([board], envelope.Context.Today, cancellation);
        foreach (var (unit, warning) in judged.Warnings)
        {
            if (raised.TryGetValue(unit.UnitId, out var last) && !RaisedWarning.IsNewSince(last, warning))
                continue;
            var outcome = await streams.CreateAsync(
                UnitJudgementStream.Kind, UnitJudgementDecider.IdOf(unit.UnitId),
                new UnitJudgementCommand.Raise(new JudgedUnit(unit.UnitId, board, unit.Name), warning), envelope,
                cancellation);
            if (outcome is not Outcome<UnitJudgementState>.Done)
                throw new InvalidOperationException(
                    $"The varning of {unit.UnitId} ended as {outcome.GetType().Name}.");
            Raised(unit.UnitId, warning.Month);
        }
    }

    [LoggerMessage(7110, LogLevel.Information, "A tidig varning of unit {Unit} for {Month} is raised")]
    private partial void Raised(Id unit, DateOnly month);
}
