using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>Carries out what is asked of an årsplan: reads the board's facts, lets Core decide, and keeps its documents.</summary>
public sealed class Plans(Streams streams, RiskReader risk, SettingsProvider settings, PrivateTexts texts, PlanDocuments documents)
{
    private const string ReasonField = "reason";

    public Task<Folded<PlanState>?> FindAsync(BoardId board, int year, CancellationToken cancellation) =>
        streams.LoadAsync(PlanStream.Kind, PlanDecider.IdOf(board, year), cancellation);

    /// <summary>A new draft, unless the input is that of the latest version.</summary>
    public async Task<Outcome<PlanState>> DraftAsync(BoardId board, int year, Envelope envelope, CancellationToken cancellation)
    {
        var firstYear = settings.Current.Settings.PlanningRules.Min(rules => rules.FirstPlanYear);
        if (PlanDecider.CheckYear(year, firstYear, envelope.Context.Today) is { } refusal)
            return new Outcome<PlanState>.Refused([refusal]);
        var content = await MakeAsync(board, year, envelope.Context.Today, cancellation);
        return await MakeAsync(board, year, new PlanCommand.Draft(board, year, content, firstYear), envelope, cancellation);
    }

    /// <summary>Points out the version for the board's meeting, drafted anew first when something has changed.</summary>
    public async Task<Outcome<PlanState>> PrepareAsync(BoardId board, int year, Envelope envelope, CancellationToken cancellation)
    {
        var content = await MakeAsync(board, year, envelope.Context.Today, cancellation);
        return await MakeAsync(board, year, new PlanCommand.PrepareForMeeting(board, year, content), envelope, cancellation);
    }

    public async Task<Outcome<PlanState>> AdoptAsync(
        BoardId board, int year, PlanCommand.Adopt command, Envelope envelope, CancellationToken cancellation) =>
        await ChangeAsync(board, year, command, AdoptionReason(command.Version), command.Reason, envelope, cancellation);

    public async Task<Outcome<PlanState>> ReopenAsync(
        BoardId board, int year, PlanCommand.Reopen command, Envelope envelope, CancellationToken cancellation)
    {
        var revision = (await FindAsync(board, year, cancellation))?.State.PlanOrNone?.Revision ?? 0;
        return await ChangeAsync(board, year, command, $"revision-{revision + 1}", command.Reason, envelope, cancellation);
    }

    /// <summary>Why the plan was adopted; null when it is not, or when the text has been erased.</summary>
    public async Task<string?> ReasonAsync(Folded<PlanState> plan, CancellationToken cancellation) =>
        plan.State is PlanState.Adopted adopted
        && await texts.FindAsync(plan.Head.StreamId, AdoptionReason(adopted.Plan.Latest.Number), cancellation) is { } entry
            ? entry.Fields.GetValueOrDefault(ReasonField)
            : null;

    private async Task<PlanContent> MakeAsync(BoardId board, int year, DateOnly today, CancellationToken cancellation)
    {
        var current = settings.Current.Settings;
        var facts = await risk.ReadAsync(board, cancellation);
        return PlanMaker.Make(new PlanInput(
            board, year, today, facts.Units, facts.Concerns, current.RiskModelOn(today), current.PlanningRulesOn(new DateOnly(year, 1, 1)),
            current.Meetings));
    }

    private async Task<Outcome<PlanState>> MakeAsync(
        BoardId board, int year, PlanCommand command, Envelope envelope, CancellationToken cancellation)
    {
        // The same input says nothing new, so a repeat needs no key; and a draft is made against whatever stands.
        var own = envelope with { Key = null, BodyHash = null, ExpectedVersion = null };
        var id = PlanDecider.IdOf(board, year);
        var outcome = await streams.LoadAsync(PlanStream.Kind, id, cancellation) is null
            ? await streams.CreateAsync(PlanStream.Kind, id, command, own, cancellation)
            : await streams.ChangeAsync(PlanStream.Kind, id, command, own, cancellation);
        return await KeepDocumentsAsync(outcome, own, cancellation);
    }

    private async Task<Outcome<PlanState>> ChangeAsync(
        BoardId board, int year, PlanCommand command, string textName, string reason, Envelope envelope, CancellationToken cancellation)
    {
        if (await FindAsync(board, year, cancellation) is not { } plan)
            return new Outcome<PlanState>.Missing();
        // Asked before the reason is kept, so that a refused one leaves no text behind.
        if (PlanDecider.Decide(plan.State, command, envelope.Context) is Decision<PlanEvent>.Accepted)
        {
            var entry = new PrivateEntry(new Dictionary<string, string> { [ReasonField] = reason }, "plan-reason", "plan");
            await texts.WriteAsync(plan.Head.StreamId, textName, entry, cancellation);
        }

        var outcome = await streams.ChangeAsync(PlanStream.Kind, plan.Head.Id, command, envelope, cancellation);
        return await KeepDocumentsAsync(outcome, envelope, cancellation);
    }

    private async Task<Outcome<PlanState>> KeepDocumentsAsync(Outcome<PlanState> outcome, Envelope envelope, CancellationToken cancellation)
    {
        if (outcome is Outcome<PlanState>.Done done)
            await documents.KeepAsync(done.State, envelope, cancellation);
        return outcome;
    }

    private static string AdoptionReason(int version) => $"adoption-{version}";
}
