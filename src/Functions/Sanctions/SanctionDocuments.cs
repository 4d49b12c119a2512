using Oversight.Functions.Documents;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Sanctions.Papers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Sanctions;
using NoticePaper = Oversight.Functions.Sanctions.Papers.NoticePaper;

namespace Oversight.Functions.Sanctions;

/// <summary>Writes a sanction's documents, with the settings that the change was made with.</summary>
public sealed class SanctionDocuments(
    DocumentStore store, SettingsProvider settings, Streams streams, SanctionModels models)
    : IEffectHandler<SanctionState, SanctionEvent>
{
    public const string EffectName = "sanction.documents";

    public string Effect => EffectName;

    public string Title => "Sanktionens dokument";

    public static bool IsMadeAfter(SanctionEvent happened) => happened
        is SanctionEvent.PaperWritten or SanctionEvent.Heard or SanctionEvent.Submitted or SanctionEvent.Decided
        or SanctionEvent.Notified or SanctionEvent.TakenAtOnce;

    public async Task<EffectProgress> RunAsync(
        EffectCall<SanctionState, SanctionEvent> call, CancellationToken cancellation)
    {
        if (call.State.Sanction is not { } sanction
            || await streams.LoadAsync(ReviewStream.Kind, sanction.ReviewId, cancellation)
                is not { State.Review: { } review })
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var model = await models.OfAsync(
            call.Head.Id, sanction, review, inForce.Settings, call.Cause.Day, cancellation);
        foreach (var draft in Drafts(call.Cause.Event, model))
            await store.SaveAsync(draft with { MadeFrom = call.Head.Version }, call.Envelope, cancellation);
        return EffectProgress.Done;
    }

    /// <summary>The documents there are of a sanction by now, with what each is called.</summary>
    /// <param name="all">Also those that are only for whoever reads the review.</param>
    public static IReadOnlyList<(string Title, Id Id)> Of(Id id, Sanction sanction, bool all) =>
        [.. sanction.Questions.SelectMany(question => Of(id, question, all))];

    private static IEnumerable<(string Title, Id Id)> Of(Id id, SanctionQuestion question, bool all)
    {
        var about = question.Number == 1 ? "" : $", {SanctionWords.Lower(SanctionWords.Text(question.Kind))}";
        if (all && question.Hearing is { Until: not null } hearing)
            yield return ($"Begäran om yttrande {hearing.Number}", HearingLetter.IdOf(id, hearing.Number));
        var isHandedIn = question.Meeting is not null || question.Decision is not null;
        for (var version = 1; version <= question.Version; version++)
        {
            if (version < question.Version || (question.Paper is not null && (all || isHandedIn)))
                yield return (
                    $"Tjänsteskrivelse{about}, version {version}", OfficialLetter.IdOf(id, question.Number, version));
        }

        if (question.Decision is { Route: not DecisionRoute.Board } decision)
            yield return (
                decision.Route == DecisionRoute.Chair ? $"Ordförandebeslut{about}" : $"Delegationsbeslut{about}",
                DecisionPaper.IdOf(id, question.Number));
        if (isHandedIn && question.Hearing is { AnsweredOn: not null, Number: var answered })
            yield return ($"Yttrande {answered}", HearingAnswerPaper.IdOf(id, answered));
        if (question.Decision?.NotifiedOn is not null)
            yield return ($"Underrättelse om beslut{about}", NoticePaper.IdOf(id, question.Number));
        if (isHandedIn)
            yield return ($"Expedieringslista{about}", DispatchList.IdOf(id, question.Number));
    }

    private static IEnumerable<DocumentDraft> Drafts(SanctionEvent happened, SanctionModel model) => happened switch
    {
        SanctionEvent.PaperWritten => [OfficialLetter.Draft(model)],
        SanctionEvent.Heard { Hearing: { Until: not null } hearing } => [HearingLetter.Of(model, hearing)],
        SanctionEvent.Submitted =>
        [
            OfficialLetter.Final(model), DispatchList.Of(model),
            .. model.Question.Hearing is { AnsweredOn: not null } hearing
                ? [HearingAnswerPaper.Of(model, hearing)]
                : Array.Empty<DocumentDraft>(),
        ],
        SanctionEvent.Decided { Decision: { Route: not DecisionRoute.Board } decision } =>
            [DecisionPaper.Of(model, decision)],
        SanctionEvent.TakenAtOnce => [DecisionPaper.Of(model, model.Question.Decision!)],
        // What was referred back is written anew from what it was.
        SanctionEvent.Decided { Decision.Outcome: DecisionOutcome.ReferredBack } => [OfficialLetter.Draft(model)],
        SanctionEvent.Notified => [NoticePaper.Of(model), DispatchList.Of(model)],
        _ => [],
    };
}
