using Oversight.Functions.Documents;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>
/// Keeps the plan and its internal annex as documents: one pair per revision, a version for every change, made with the
/// settings that the change was made with.
/// </summary>
public sealed class PlanDocuments(DocumentStore store, SettingsProvider settings) : IEffectHandler<PlanState, PlanEvent>
{
    public const string EffectName = "plan.documents";
    private static readonly CodeId PlanType = new("arsplan");
    private static readonly CodeId AnnexType = new("arsplan-bilaga");
    private static readonly CodeId LetterType = new("tjansteskrivelse");

    public string Effect => EffectName;

    public string Title => "Årsplanens dokument";

    public static Id PlanId(Plan plan) => Of("plan-document", plan);

    public static Id AnnexId(Plan plan) => Of("plan-annex", plan);

    /// <summary>tjänsteskrivelse to the board.</summary>
    public static Id LetterId(Plan plan) => Of("plan-letter", plan);

    /// <summary>
    /// The document of what stands now: a draft that is newer than what the board has does not take its place.
    /// </summary>
    public static Id PaperId(PlanState state) =>
        Of(IsBehind(state) ? "plan-newer-draft" : "plan-document", state.PlanOrNone!);

    /// <summary>The annex to it.</summary>
    public static Id AnnexOf(PlanState state) =>
        Of(IsBehind(state) ? "plan-newer-annex" : "plan-annex", state.PlanOrNone!);

    private static Id Of(string document, Plan plan) =>
        Id.Derive(document, $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    private static bool IsBehind(PlanState state) => state is PlanState.Draft { Plan.HasNewerDraft: true };

    public async Task<EffectProgress> RunAsync(EffectCall<PlanState, PlanEvent> call, CancellationToken cancellation)
    {
        var (state, madeFrom) = (call.State, call.Head.Version);
        if (state.PlanOrNone is not { } plan)
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var (paper, annex) = (PlanDocumentModel.Plan(state, inForce.Settings),
            PlanAnnexModel.Annex(state, inForce.Settings));
        await store.SaveAsync(
            new DocumentDraft(PaperId(state), plan.Board, PlanType, PlanContents.Of(state), paper, [], madeFrom),
            call.Envelope, cancellation);
        await store.SaveAsync(
            new DocumentDraft(AnnexOf(state), plan.Board, AnnexType, ContentClass.PlanAnnex, annex, [], madeFrom),
            call.Envelope, cancellation);
        if (state is PlanState.Draft { Plan: { Presented: not null, HasNewerDraft: false } })
            await store.SaveAsync(
                new DocumentDraft(
                    LetterId(plan), plan.Board, LetterType, ContentClass.PlanPaper,
                    PlanLetterModel.Letter(plan, inForce.Settings), [], madeFrom),
                call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
