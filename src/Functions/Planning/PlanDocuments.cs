using Oversight.Functions.Documents;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>Keeps the plan and its internal annex as documents: one pair per revision, a version for every change.</summary>
public sealed class PlanDocuments(DocumentStore store, SettingsProvider settings)
{
    private static readonly CodeId PlanType = new("arsplan");
    private static readonly CodeId AnnexType = new("arsplan-bilaga");

    public static Id PlanId(Plan plan) => Id.Derive("plan-document", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    public static Id AnnexId(Plan plan) => Id.Derive("plan-annex", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    public async Task KeepAsync(StreamHead head, PlanState state, Envelope envelope, CancellationToken cancellation)
    {
        if (state.PlanOrNone is not { } plan)
            return;
        var current = settings.Current.Settings;
        await store.SaveAsync(
            new DocumentDraft(
                PlanId(plan), plan.Board, PlanType, PlanContents.Of(state), PlanDocumentModel.Plan(state, current), head.Version),
            envelope, cancellation);
        await store.SaveAsync(
            new DocumentDraft(
                AnnexId(plan), plan.Board, AnnexType, ContentClass.PlanAnnex, PlanDocumentModel.Annex(state, current), head.Version),
            envelope, cancellation);
    }
}
