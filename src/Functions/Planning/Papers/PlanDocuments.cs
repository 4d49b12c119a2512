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

    public string Effect => EffectName;

    public string Title => "Årsplanens dokument";

    public static Id PlanId(Plan plan) =>
        Id.Derive("plan-document", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    public static Id AnnexId(Plan plan) =>
        Id.Derive("plan-annex", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    public async Task<EffectProgress> RunAsync(EffectCall<PlanState, PlanEvent> call, CancellationToken cancellation)
    {
        var (state, madeFrom) = (call.State, call.Head.Version);
        if (state.PlanOrNone is not { } plan)
            return EffectProgress.Done;
        var inForce = await settings.FindAsync(call.Cause.SettingsHash, cancellation) ?? settings.Current;
        var (paper, annex) = (PlanDocumentModel.Plan(state, inForce.Settings),
            PlanDocumentModel.Annex(state, inForce.Settings));
        await store.SaveAsync(
            new DocumentDraft(PlanId(plan), plan.Board, PlanType, PlanContents.Of(state), paper, [], madeFrom),
            call.Envelope, cancellation);
        await store.SaveAsync(
            new DocumentDraft(AnnexId(plan), plan.Board, AnnexType, ContentClass.PlanAnnex, annex, [], madeFrom),
            call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
