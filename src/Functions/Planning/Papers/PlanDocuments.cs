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

    public static Id PlanId(Plan plan) =>
        Id.Derive("plan-document", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    public static Id AnnexId(Plan plan) =>
        Id.Derive("plan-annex", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    /// <summary>tjänsteskrivelse to the board.</summary>
    public static Id LetterId(Plan plan) =>
        Id.Derive("plan-letter", $"{PlanDecider.IdOf(plan.Board, plan.Year)}/{plan.Revision}");

    /// <summary>
    /// The document of what stands now: a draft that is newer than what the board has does not take its place.
    /// </summary>
    public static Id PaperId(PlanState state) => IsBehind(state)
        ? Id.Derive("plan-newer-draft", $"{PlanDecider.IdOf(state.PlanOrNone!.Board, state.PlanOrNone.Year)}/"
            + $"{state.PlanOrNone.Revision}")
        : PlanId(state.PlanOrNone!);

    /// <summary>The annex to it.</summary>
    public static Id AnnexOf(PlanState state) => IsBehind(state)
        ? Id.Derive("plan-newer-annex", $"{PlanDecider.IdOf(state.PlanOrNone!.Board, state.PlanOrNone.Year)}/"
            + $"{state.PlanOrNone.Revision}")
        : AnnexId(state.PlanOrNone!);

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
                    PlanLetterModel.Letter(plan, inForce.Settings),
                    [PlanId(plan)], madeFrom),
                call.Envelope, cancellation);
        return EffectProgress.Done;
    }
}
