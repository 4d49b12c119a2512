using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>The daily run: what the calendar has asked for since the last day that was completed.</summary>
public sealed partial class PlanTimer(
    Plans plans, Streams streams, SettingsProvider settings, CommandContexts contexts, ILogger<PlanTimer> logger)
{
    // Half past four in UTC is before work begins in Sweden, summer and winter, and the same calendar day there.
    [Function("PlanTimer_DailyRun")]
    [Open("A timer: no person behind it")]
    public async Task DailyRun([TimerTrigger("0 30 4 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var context = contexts.ForSystem();
        var envelope = new Envelope(context, inForce.Hash, Against.Latest);
        var completed = await LastCompletedAsync(context.Today.Year, cancellation) ?? context.Today.AddDays(-1);
        foreach (var duty in PlanCalendar.Due(completed, context.Today, inForce.Settings))
            await CarryOutAsync(duty, envelope, cancellation);
        await streams.CreateAsync(
            DailyRunStream.Kind, DailyRunDecider.IdOf(context.Today.Year), new DailyRunCommand.Complete(context.Today),
            envelope, cancellation);
    }

    private async Task CarryOutAsync(PlanDuty duty, Envelope envelope, CancellationToken cancellation)
    {
        var outcome = duty.Kind == PlanDutyKind.Draft
            ? await plans.DraftAsync(duty.Board, duty.Year, anyway: false, envelope, cancellation)
            : await plans.PrepareAsync(duty.Board, duty.Year, envelope, cancellation);
        switch (outcome)
        {
            case Outcome<PlanState>.Done done:
                CarriedOut(duty.Kind, duty.Board, duty.Year, done.Head.Version);
                break;
            case Outcome<PlanState>.Refused refused:
                // Adopted before its day, by hand: nothing is left to do.
                NotNeeded(duty.Kind, duty.Board, duty.Year,
                    string.Join(", ", refused.Reasons.Select(reason => reason.Code)));
                break;
            default:
                throw new InvalidOperationException(
                    $"{duty.Kind} {duty.Board} {duty.Year} ended as {outcome.GetType().Name}.");
        }
    }

    private async Task<DateOnly?> LastCompletedAsync(int year, CancellationToken cancellation) =>
        (await streams.LoadAsync(DailyRunStream.Kind, DailyRunDecider.IdOf(year), cancellation)
            ?? await streams.LoadAsync(DailyRunStream.Kind, DailyRunDecider.IdOf(year - 1),
                cancellation))?.State.LastCompleted;

    [LoggerMessage(7000, LogLevel.Information,
        "{Duty} of the plan {Board} {Year}: version {Version} of its stream stands")]
    private partial void CarriedOut(PlanDutyKind duty, BoardId board, int year, int version);

    [LoggerMessage(7001, LogLevel.Information, "{Duty} of the plan {Board} {Year} was not needed: {Reasons}")]
    private partial void NotNeeded(PlanDutyKind duty, BoardId board, int year, string reasons);
}
