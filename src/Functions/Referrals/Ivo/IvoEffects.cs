using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>
/// Raises the position that a review has announced, hands it the serious findings that come while it is open, and lets
/// the substitute decide at once where an enhetschef is in a conflict of interest in the review.
/// </summary>
public sealed class IvoOpening(Streams streams, IvoUnits units, SettingsProvider settings)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.IvoPosition;

    public string Title => "Frågan om en anmälan till IVO väcks";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review)
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var finding = call.Cause.Event switch
        {
            ReviewEvent.FindingAdded added => added.Finding,
            ReviewEvent.SharedFindingTaken taken => taken.Finding,
            _ => null,
        };
        if (call.Cause.Event is ReviewEvent.IvoQuestionRaised question)
        {
            var about = await units.AboutAsync(
                review.Unit, [.. review.Origin.Concerns.Select(concern => concern.ConcernId)], inForce.Settings,
                question.On, cancellation);
            await streams.CreateAsync(
                IvoStream.Kind, question.Position, new IvoCommand.RaiseOfReview(call.Head.Id, question, about),
                call.Envelope, cancellation);
            if (review.Deputy is not null)
                await GoOverAsync(call, question.Position, inForce.Settings, cancellation);
        }
        else if (call.Cause.Event is ReviewEvent.ConflictDeclared { Deputy: not null })
        {
            foreach (var matter in review.Matters.Where(
                matter => matter is { Kind: MatterKind.IvoPosition, IsOpen: true }))
                await GoOverAsync(call, matter.Id, inForce.Settings, cancellation);
        }
        else if (finding?.Severity >= inForce.Settings.IvoRulesOn(call.Cause.Day).SeriousSeverity)
        {
            await JoinAsync(call, review, finding.Number, cancellation);
        }

        return EffectProgress.Done;
    }

    private async Task GoOverAsync(
        EffectCall<ReviewState, ReviewEvent> call, Id position, MunicipalitySettings settings,
        CancellationToken cancellation)
    {
        var outcome = await streams.ChangeAsync(
            IvoStream.Kind, position, new IvoCommand.GoOver(settings.IvoRulesOn(call.Cause.Day)), call.Envelope,
            cancellation);
        if (outcome is not Outcome<IvoState>.Done)
            throw new InvalidOperationException(
                $"The position {position} did not go over to the substitute: {outcome.GetType().Name}.");
    }

    private async Task JoinAsync(
        EffectCall<ReviewState, ReviewEvent> call, Review review, int finding, CancellationToken cancellation)
    {
        foreach (var matter in review.Matters.Where(matter => matter.Kind == MatterKind.IvoPosition))
        {
            var outcome = await streams.ChangeAsync(
                IvoStream.Kind, matter.Id, new IvoCommand.JoinFinding(finding), call.Envelope, cancellation);
            if (outcome is not Outcome<IvoState>.Done done)
                throw new InvalidOperationException(
                    $"The position {matter.Id} did not take finding {finding}: {outcome.GetType().Name}.");
            if (done.State.Position?.Findings.Contains(finding) == true)
                return;
        }

        // It ended a moment before, and the review did not know yet.
        await streams.ChangeAsync(
            ReviewStream.Kind, call.Head.Id,
            new ReviewCommand.AskOfFinding(Id.Derive("ivo-of-finding", $"{call.Head.Id}/{finding}"), finding),
            call.Envelope, cancellation);
    }
}

/// <summary>Tells the review that its position has ended: nothing is reported, or IVO has been told.</summary>
public sealed class IvoEnding(Streams streams) : IEffectHandler<IvoState, IvoEvent>
{
    public const string Name = "ivo-position.ended";

    public string Effect => Name;

    public string Title => "Granskningen får veta att ställningstagandet till IVO är klart";

    public async Task<EffectProgress> RunAsync(EffectCall<IvoState, IvoEvent> call, CancellationToken cancellation)
    {
        if (call.State is { Status: IvoStatus.Declined or IvoStatus.Reported, Position.Review: { } review })
            await streams.EndMatterAsync(review, call.Head.Id, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
