using Oversight.Functions.Documents;
using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Referrals;

namespace Oversight.Functions.Referrals;

/// <summary>Writes the draft of the report when it is decided that IVO is told.</summary>
public sealed class IvoDocuments(
    DocumentStore store, Streams streams, SettingsProvider settings, IvoDesk desk, IvoUnits units, ReviewDesk reviews)
    : IEffectHandler<IvoState, IvoEvent>
{
    public const string Name = "ivo-position.documents";

    public string Effect => Name;

    public string Title => "Utkast till anmälan till IVO";

    public async Task<EffectProgress> RunAsync(EffectCall<IvoState, IvoEvent> call, CancellationToken cancellation)
    {
        if (call.State is not { Status: IvoStatus.ToReport, Position: { } position })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var rules = inForce.Settings.IvoRulesOn(call.Cause.Day);
        var review = position.Review is { } of ? await streams.LoadAsync(ReviewStream.Kind, of, cancellation) : null;
        var paper = new IvoPaper(
            call.Head.Id, position, await units.FindAsync(position.Unit, rules, cancellation), rules,
            inForce.Settings, await desk.TextsAsync(call.Head.Id, position, cancellation),
            review is { State.Review: { } state }
                ? new(review.Head.Id, state, inForce.Settings,
                    inForce.Settings.ReviewRulesOn(state.StartedOn ?? call.Cause.Day),
                    await reviews.TextsAsync(review.Head.Id, cancellation), call.Cause.Day)
                : null);
        await store.SaveAsync(paper.Draft() with { MadeFrom = call.Head.Version }, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
