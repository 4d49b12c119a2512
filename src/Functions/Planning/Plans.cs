using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>Carries out what is asked of an årsplan: reads the board's facts and lets Core decide.</summary>
public sealed class Plans(
    Streams streams, RiskReader risk, SettingsProvider settings, PrivateTexts texts, TextKeys keys)
{
    private const string ReasonField = "reason";
    private const string RetentionClass = "plan";

    /// <summary>Others' versions that may come in between before a draft gives up.</summary>
    private const int MaxAttempts = 50;

    private int LongestReason => settings.Current.Settings.Limits.Reason;

    public Task<Folded<PlanState>?> FindAsync(BoardId board, int year, CancellationToken cancellation) =>
        streams.LoadAsync(PlanStream.Kind, PlanDecider.IdOf(board, year), cancellation);

    /// <summary>A new draft, unless the input is that of the latest version.</summary>
    public async Task<Outcome<PlanState>> DraftAsync(
        BoardId board, int year, Envelope envelope, CancellationToken cancellation)
    {
        var firstYear = settings.Current.Settings.PlanningRules.Min(rules => rules.FirstPlanYear);
        if (PlanDecider.CheckYear(year, firstYear, envelope.Context.Today) is { } refusal)
            return new Outcome<PlanState>.Refused([refusal]);
        return await MakeAsync(board, year, content => new PlanCommand.Draft(board, year, content, firstYear), envelope,
            cancellation);
    }

    /// <summary>
    /// Points out the version for the board's meeting, drafted anew first when something has changed.
    /// </summary>
    public Task<Outcome<PlanState>> PrepareAsync(
        BoardId board, int year, Envelope envelope, CancellationToken cancellation) =>
        MakeAsync(board, year, content => new PlanCommand.PrepareForMeeting(board, year, content), envelope,
            cancellation);

    public Task<Outcome<PlanState>> AdoptAsync(
        BoardId board, int year, int version, DateOnly on, string reason, Envelope envelope,
        CancellationToken cancellation) =>
        ChangeAsync(
            board, year, "adoption", reason, written => new PlanCommand.Adopt(version, on, written, LongestReason),
            envelope, cancellation);

    public Task<Outcome<PlanState>> ReopenAsync(
        BoardId board, int year, string reason, Envelope envelope, CancellationToken cancellation) =>
        ChangeAsync(board, year, "revision", reason, written => new PlanCommand.Reopen(written, LongestReason),
            envelope, cancellation);

    /// <summary>Each adoption and reopening with its reason, oldest first.</summary>
    public async Task<IReadOnlyList<PlanDecision>> DecisionsAsync(
        Folded<PlanState> plan, CancellationToken cancellation)
    {
        var history = await streams.HistoryAsync(PlanStream.Kind, plan.Head.Id, cancellation);
        if (!history.Any(recorded => recorded.Event is PlanEvent.Adopted))
            return [];
        var kept = await texts.ReadAllAsync(plan.Head.StreamId, cancellation);
        return [.. history.Where(recorded => recorded.Version <= plan.Head.Version)
            .Select(recorded => Tell(recorded, kept)).OfType<PlanDecision>()];
    }

    /// <summary>Everything that has happened to the plan, oldest first.</summary>
    public async Task<IReadOnlyList<PlanHappening>> HistoryAsync(Folded<PlanState> plan, CancellationToken cancellation)
    {
        var history = await streams.HistoryAsync(PlanStream.Kind, plan.Head.Id, cancellation);
        var kept = await texts.ReadAllAsync(plan.Head.StreamId, cancellation);
        return [.. history.Select(recorded => new PlanHappening(
            recorded.Version, recorded.At, recorded.Actor.Role, What(recorded.Event), Tell(recorded, kept)?.Reason))];
    }

    private static string What(PlanEvent happened) => happened switch
    {
        PlanEvent.Adopted => "Fastställd",
        PlanEvent.Reopened => "Öppnad för revidering",
        PlanEvent.Drafted => "Nytt utkast",
        _ => "Versionen för nämnden utpekad",
    };

    private static PlanDecision? Tell(Recorded<PlanEvent> recorded, IReadOnlyDictionary<string, PrivateEntry> kept) =>
        recorded.Event switch
        {
            PlanEvent.Adopted e => new PlanDecision(
                PlanDecisionKind.Adopted, e.Version, e.On, recorded.Actor.Role,
                Find(e.Reason?.Name ?? NameBeforeReferences(e), kept)),
            PlanEvent.Reopened e =>
                new PlanDecision(PlanDecisionKind.Reopened, e.FromVersion, e.Day, recorded.Actor.Role,
                    Find(e.Reason?.Name, kept)),
            _ => null,
        };

    private static string? Find(string? reference, IReadOnlyDictionary<string, PrivateEntry> kept) =>
        RequestTexts.Locate(reference) is var (entry, field) && kept.TryGetValue(entry, out var found)
            ? found.Fields.GetValueOrDefault(field)
            : null;

    /// <summary>Where the reason of an adoption stood before events referred to it.</summary>
    private static string NameBeforeReferences(PlanEvent.Adopted adopted) =>
        $"adoption-{adopted.Version}#{ReasonField}";

    private async Task<PlanContent> ContentAsync(
        BoardId board, int year, DateOnly today, CancellationToken cancellation)
    {
        var current = settings.Current.Settings;
        var facts = await risk.ReadAsync(board, cancellation);
        return PlanMaker.Make(new PlanInput(
            board, year, today, facts.Units, facts.Concerns, current.RiskModelOn(today),
            current.PlanningRulesOn(new DateOnly(year, 1, 1)), current.Meetings)
        {
            Surveys = facts.Surveys,
        });
    }

    /// <summary>
    /// The version that stands is read before the facts, and the new one is only appended right after it. So each
    /// version's facts were read after the version before it stood: none is made from older facts than the one it
    /// follows.
    /// </summary>
    private async Task<Outcome<PlanState>> MakeAsync(
        BoardId board, int year, Func<PlanContent, PlanCommand> command, Envelope envelope,
        CancellationToken cancellation)
    {
        var id = PlanDecider.IdOf(board, year);
        Outcome<PlanState> outcome;
        var attempt = 0;
        do
        {
            var standing = await streams.LoadAsync(PlanStream.Kind, id, cancellation);
            var content = await ContentAsync(board, year, envelope.Context.Today, cancellation);
            // The same input says nothing new, so a repeat needs no key.
            var own = envelope with
            {
                Key = null,
                BodyHash = null,
                Against = Against.Version(standing?.Head.Version ?? 0)
            };
            outcome = standing is null
                ? await streams.CreateAsync(PlanStream.Kind, id, command(content), own, cancellation)
                : await streams.ChangeAsync(PlanStream.Kind, id, command(content), own, cancellation);
        }
        while (outcome is Outcome<PlanState>.Conflict && ++attempt < MaxAttempts);

        return outcome;
    }

    /// <summary>The reason is kept once the rules have said yes, so that a refused one leaves no text behind.</summary>
    private async Task<Outcome<PlanState>> ChangeAsync(
        BoardId board, int year, string purpose, string reason, Func<WrittenText, PlanCommand> command,
        Envelope envelope, CancellationToken cancellation)
    {
        var id = PlanDecider.IdOf(board, year);
        var loaded = await streams.LoadForChangeAsync(PlanStream.Kind, id, cancellation);
        var written = new RequestTexts(
            await keys.GetAsync(cancellation), purpose, RequestTexts.RequestOf(envelope), "plan-reason",
            RetentionClass);
        return await streams.ChangeAsync(
            PlanStream.Kind, id, command(written.Add(ReasonField, reason)), envelope, cancellation,
            async (accepted, token) =>
                await texts.TryWriteAsync(PlanStream.Kind.StreamId(id), written.EntryName, written.Entry, token)
                    ? new Prepared<PlanCommand>.Go(accepted)
                    : new Prepared<PlanCommand>.KeyReused(),
            loaded);
    }
}

/// <summary>Something decided about a plan. The reason is null when it has been erased.</summary>
public sealed record PlanDecision(PlanDecisionKind Kind, int Version, DateOnly Day, Role Role, string? Reason);

/// <summary>Something that happened to a plan, in words.</summary>
public sealed record PlanHappening(int Version, DateTimeOffset At, Role Role, string What, string? Reason);

public enum PlanDecisionKind
{
    Adopted,
    Reopened,
}
