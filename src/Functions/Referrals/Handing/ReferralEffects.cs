using Oversight.Functions.Documents;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Referrals;
using Oversight.Reviews;

namespace Oversight.Functions.Referrals;

/// <summary>Brings about the överlämnande that a review has announced.</summary>
public sealed class ReferralOpening(Streams streams, SettingsProvider settings)
    : IEffectHandler<ReviewState, ReviewEvent>
{
    public string Effect => ReviewEffects.Referral;

    public string Title => "Ett föreslaget överlämnande öppnas";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReviewState, ReviewEvent> call, CancellationToken cancellation)
    {
        if (call.State.Review is not { } review || call.Cause.Event is not ReviewEvent.ReferralProposed proposed)
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        await streams.CreateAsync(
            ReferralStream.Kind, proposed.Referral,
            new ReferralCommand.Propose(
                call.Head.Id, review.Unit, [.. review.Origin.Concerns.Select(concern => concern.ConcernId)], proposed,
                call.Cause.Actor.Role, inForce.Settings.IvoRulesOn(proposed.On)),
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>Tells the review that its överlämnande has ended, or was taken back before it came to anything.</summary>
public sealed class ReferralEnding(Streams streams) : IEffectHandler<ReferralState, ReferralEvent>
{
    public const string Name = "referral.ended";

    public string Effect => Name;

    public string Title => "Granskningen får veta att ett överlämnande är klart";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReferralState, ReferralEvent> call, CancellationToken cancellation)
    {
        if (call.State is { Status: ReferralStatus.HandedOver or ReferralStatus.Declined, Referral.Review: { } ended })
            await streams.EndMatterAsync(ended, call.Head.Id, call.Envelope, cancellation);
        else if (call.State is { Status: ReferralStatus.Withdrawn, Referral.Review: { } withdrawn })
            await streams.WithdrawMatterAsync(withdrawn, call.Head.Id, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>Writes the överlämnande when it is decided that data are handed over.</summary>
public sealed class ReferralDocuments(
    DocumentStore store, Streams streams, SettingsProvider settings, ReferralDesk desk)
    : IEffectHandler<ReferralState, ReferralEvent>
{
    public const string Name = "referral.documents";

    public string Effect => Name;

    public string Title => "Överlämnandets dokument";

    public async Task<EffectProgress> RunAsync(
        EffectCall<ReferralState, ReferralEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Status: ReferralStatus.ToHandOver, Referral: { } referral })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var review = referral.Review is { } of
            ? await streams.LoadAsync(ReviewStream.Kind, of, cancellation)
            : null;
        var paper = new ReferralPaper(
            call.Head.Id, referral, inForce.Settings, await desk.TextsAsync(call.Head.Id, referral, cancellation),
            review?.State.Review?.CaseNumber);
        await store.SaveAsync(paper.Draft() with { MadeFrom = call.Head.Version }, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
