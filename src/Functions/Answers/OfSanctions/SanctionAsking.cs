using Oversight.Answers;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Sanctions;

namespace Oversight.Functions.Answers.OfSanctions;

/// <summary>
/// Asks the provider for what a sanction awaits of it, and no longer for what it does not: its answer to the proposal,
/// and that it has had the underrättelse. The answer is the review's, as every answer: whoever may not know of the
/// review knows nothing of it. The sanction is what it is delivered to.
/// </summary>
public sealed class SanctionAsking(Streams streams) : IEffectHandler<SanctionState, SanctionEvent>
{
    public string Effect => SanctionLinkEffects.Asks;

    public string Title => "Anordnaren får en svarslänk om en sanktion";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SanctionState, SanctionEvent> call, CancellationToken cancellation)
    {
        if (call.State.Sanction is not { } sanction)
            return EffectProgress.Done;
        foreach (var link in SanctionLinks.Of(call.State))
        {
            var id = IdOf(call.Head.Id, link);
            var known = await streams.LoadAsync(AnswerStream.Kind, id, cancellation);
            if (link.Until is { } until && known is null)
            {
                var task = new AnswerTask(
                    KindOf(link), sanction.ReviewId, link.Number, until, sanction.Unit.UnitId, sanction.Unit.Board, []);
                await streams.CreateAsync(
                    AnswerStream.Kind, id, new AnswerCommand.Ask(task) { Matter = call.Head.Id }, call.Envelope,
                    cancellation);
            }
            else if (link.Until is null && known is { State.Status: AnswerStatus.Open })
            {
                await streams.ChangeAsync(
                    AnswerStream.Kind, id, new AnswerCommand.Withdraw(), call.Envelope, cancellation, loaded: known);
            }
        }

        return EffectProgress.Done;
    }

    /// <summary>Each of what a sanction ever asks for has a stream of its own.</summary>
    public static Id IdOf(Id sanction, SanctionLink link) => AnswerStream.IdOf(sanction, KindOf(link), link.Number);

    /// <summary>The answer that is asked for under that name; null: none is.</summary>
    public static Id? Find(Id sanction, SanctionState state, string what) =>
        SanctionLinks.Open(state).FirstOrDefault(link => link.What == what) is { } link ? IdOf(sanction, link) : null;

    private static AnswerKind KindOf(SanctionLink link) => link.IsReceipt ? AnswerKind.Receipt : AnswerKind.Hearing;
}

/// <summary>Reminds the provider by a letter with a new link.</summary>
public sealed class SanctionPrompting(Streams streams) : IEffectHandler<SanctionState, SanctionEvent>
{
    public string Effect => SanctionLinkEffects.Prompts;

    public string Title => "Påminnelse till anordnaren om en sanktion";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SanctionState, SanctionEvent> call, CancellationToken cancellation)
    {
        if (call.State.Sanction is not { } sanction || call.Cause.Event is not SanctionEvent.Prompted { What: var what }
            || SanctionAsking.Find(call.Head.Id, call.State, what) is not { } answer)
            return EffectProgress.Done;
        await streams.PromptAsync(answer, sanction.ReviewId, sanction.Unit, call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}

/// <summary>Makes links that may have come to somebody else stop working, and sends a new one.</summary>
public sealed class SanctionRenewing(Streams streams, AnswerSecrets secrets)
    : IEffectHandler<SanctionState, SanctionEvent>
{
    public string Effect => SanctionLinkEffects.Renews;

    public string Title => "Ny svarslänk om en sanktion i stället för en som slutar gälla";

    public async Task<EffectProgress> RunAsync(
        EffectCall<SanctionState, SanctionEvent> call, CancellationToken cancellation)
    {
        if (call.State.Sanction is not { } sanction
            || call.Cause.Event is not SanctionEvent.LinkRenewed { What: var what }
            || SanctionAsking.Find(call.Head.Id, call.State, what) is not { } answer)
            return EffectProgress.Done;
        await streams.RenewAsync(secrets, answer, sanction.ReviewId, sanction.Unit, call, cancellation);
        return EffectProgress.Done;
    }
}
