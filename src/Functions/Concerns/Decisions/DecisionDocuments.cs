using Oversight.Concerns;
using Oversight.Functions.Documents;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Concerns.Decisions;

/// <summary>Keeps every decision on a påkallad granskning, for or against, as a document of the board (R41).</summary>
public sealed class DecisionDocuments(DocumentStore store, PrivateTexts privateTexts, SettingsProvider settings)
    : IEffectHandler<ConcernState, ConcernEvent>
{
    public const string EffectName = "concern.decision-document";
    private static readonly CodeId DecisionType = new("beslut-pakallad-granskning");

    public string Effect => EffectName;

    public string Title => "Beslut om påkallad granskning";

    /// <param name="assessment">
    /// The assessment that proposed what was decided on: a concern may be decided on again.
    /// </param>
    public static Id IdOf(Id concern, int assessment) => Id.Derive("concern-decision", $"{concern}/{assessment}");

    public static bool Follows(ConcernEvent happened) => happened is ConcernEvent.TriggeredReviewDecided;

    public async Task<EffectProgress> RunAsync(
        EffectCall<ConcernState, ConcernEvent> call, CancellationToken cancellation)
    {
        if (call is not
            {
                State: ConcernState.Decided decided,
                Cause.Event: ConcernEvent.TriggeredReviewDecided decision
            })
            return EffectProgress.Done;
        var concern = call.Head.Id;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var texts = new ConcernTexts(await privateTexts.ReadAllAsync(ConcernStream.StreamId(concern), cancellation));
        var document = DecisionDocumentModel.Of(concern, decided, texts, call.Cause.Actor.Role, inForce.Settings);
        await store.SaveAsync(
            new DocumentDraft(
                IdOf(concern, decision.AssessmentNumber), decided.File.Board, DecisionType,
                ContentClass.ConcernDecision, document, [concern], call.Head.Version),
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
