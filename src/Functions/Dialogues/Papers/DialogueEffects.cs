using System.Globalization;
using Oversight.Concerns;
using Oversight.Dialogues;
using Oversight.Functions.Concerns;
using Oversight.Functions.Documents;
using Oversight.Functions.Notifications;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Texts;
using Oversight.Notifications;

namespace Oversight.Functions.Dialogues.Papers;

/// <summary>Queues the letters of a meeting: when somebody is invited, and when it is moved or cancelled.</summary>
public sealed class DialogueInvitations(Streams streams) : IEffectHandler<DialogueState, DialogueEvent>
{
    public const string Name = "dialogue.letters";

    public string Effect => Name;

    public string Title => "Brev om en kvalitetsdialog";

    public static bool Follows(DialogueEvent happened) => happened
        is DialogueEvent.Invited or DialogueEvent.OccasionMoved or DialogueEvent.OccasionCancelled;

    public async Task<EffectProgress> RunAsync(
        EffectCall<DialogueState, DialogueEvent> call, CancellationToken cancellation)
    {
        if (call.State.Series is not { } series || call.Cause.Event is not DialogueEvent.OfOccasion happened)
            return EffectProgress.Done;
        var (kind, to) = happened switch
        {
            DialogueEvent.Invited invited => (DialogueLetters.Invitation, invited.Participants),
            DialogueEvent.OccasionMoved => (DialogueLetters.Moved, series.OccasionOf(happened.Occasion)!.Invited),
            _ => (DialogueLetters.Cancelled, series.OccasionOf(happened.Occasion)!.Invited),
        };
        return await DialogueLetters.QueueAsync(streams, call, series, kind, happened.Occasion, to, cancellation);
    }
}

/// <summary>Writes the minutes as a document, and then the letters that bring them to the participants.</summary>
public sealed class DialogueMinutes(Streams streams, DocumentStore store, SettingsProvider settings, DialogueDesk desk)
    : IEffectHandler<DialogueState, DialogueEvent>
{
    public const string Name = "dialogue.minutes";

    public string Effect => Name;

    public string Title => "Minnesanteckningar från en kvalitetsdialog";

    public async Task<EffectProgress> RunAsync(
        EffectCall<DialogueState, DialogueEvent> call, CancellationToken cancellation)
    {
        if (call.State.Series is not { } series || call.Cause.Event is not DialogueEvent.MinutesEstablished established)
            return EffectProgress.Done;
        var occasion = series.OccasionOf(established.Occasion)!;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var paper = new MinutesPaper(
            call.Head.Id, series, occasion, inForce.Settings, await desk.TextsAsync(call.Head.Id, cancellation),
            call.Cause.Day);
        await store.SaveAsync(paper.Draft with { MadeFrom = call.Head.Version }, call.Envelope, cancellation);
        return await DialogueLetters.QueueAsync(
            streams, call, series, DialogueLetters.Minutes, occasion.Number,
            [.. occasion.Attended.Concat(occasion.Invited).DistinctBy(one => one.UnitId)], cancellation);
    }
}

/// <summary>Tells whoever left a concern that was taken up what came of it, with a copy of the text.</summary>
public sealed class ConcernAnswering(Streams streams, PrivateTexts texts, TextKeys keys)
    : IEffectHandler<DialogueState, DialogueEvent>
{
    public const string Name = "dialogue.concern-answered";
    private const string Purpose = "dialogue-answer";

    public string Effect => Name;

    public string Title => "Den som har lämnat en synpunkt får veta vad det blev av den på en kvalitetsdialog";

    public async Task<EffectProgress> RunAsync(
        EffectCall<DialogueState, DialogueEvent> call, CancellationToken cancellation)
    {
        if (call.Cause.Event is not DialogueEvent.ConcernTakenUp { TakenUp: var taken, Occasion: var occasion }
            || await streams.LoadAsync(ConcernStream.Kind, taken.Concern, cancellation)
                is not { State: not ConcernState.Withdrawn } known)
            return EffectProgress.Done;
        var kept = new KeptTexts(await texts.ReadAllAsync(DialogueStream.StreamId(call.Head.Id), cancellation));
        var copy = new RequestTexts(
            await keys.GetAsync(cancellation), Purpose,
            string.Create(CultureInfo.InvariantCulture, $"{call.Head.Id}/{occasion}"), $"concern-{Purpose}",
            ConcernTexts.RetentionClass);
        var became = copy.Add("became", kept.Find(taken.Became));
        // What has been erased since is not brought back: the reference says that it is gone.
        if (copy.Entry.Fields.Count > 0)
            await texts.WriteAsync(ConcernStream.StreamId(taken.Concern), copy.EntryName, copy.Entry, cancellation);
        var outcome = await streams.ChangeAsync(
            ConcernStream.Kind, taken.Concern,
            new ConcernCommand.AnswerByDialogue(call.Head.Id, occasion, became.Kept), call.Envelope, cancellation,
            loaded: known);
        if (outcome is not Outcome<ConcernState>.Done)
            throw new InvalidOperationException(
                $"The concern {taken.Concern} did not take the answer of {call.Head.Id}: {outcome.GetType().Name}.");
        return EffectProgress.Done;
    }
}
