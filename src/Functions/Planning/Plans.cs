using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Planning;

namespace Oversight.Functions.Planning;

/// <summary>Carries out what is asked of an årsplan: reads the board's facts and lets Core decide.</summary>
public sealed class Plans(
    Streams streams, PlanInputs inputs, SettingsProvider settings, PrivateTexts texts, TextKeys keys)
{
    internal const string ReasonField = "reason";

    private const string RetentionClass = "plan";

    /// <summary>Others' versions that may come in between before a draft gives up.</summary>
    private const int MaxAttempts = 50;

    private int LongestReason => settings.Current.Settings.Limits.Reason;

    public Task<Folded<PlanState>?> FindAsync(BoardId board, int year, CancellationToken cancellation) =>
        streams.LoadAsync(PlanStream.Kind, PlanDecider.IdOf(board, year), cancellation);

    /// <summary>A new draft, unless the input is that of the latest version.</summary>
    /// <param name="anyway">Also when the board has a version already.</param>
    public async Task<Outcome<PlanState>> DraftAsync(
        BoardId board, int year, bool anyway, Envelope envelope, CancellationToken cancellation)
    {
        var firstYear = settings.Current.Settings.PlanningRules.Min(rules => rules.FirstPlanYear);
        if (PlanDecider.CheckYear(year, firstYear, envelope.Context.Today) is { } refusal)
            return new Outcome<PlanState>.Refused([refusal]);
        return await MakeAsync(
            board, year, content => new PlanCommand.Draft(board, year, content, firstYear, anyway), envelope,
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
        OpenPlan open, int version, DateOnly on, BoardOutcome? outcome, string? paragraph, string reason,
        Envelope envelope, CancellationToken cancellation) =>
        ChangeAsync(
            open.Board, open.Year, "adoption", reason,
            written => new PlanCommand.Adopt(version, on, written, LongestReason)
            {
                Outcome = outcome,
                Paragraph = paragraph,
            },
            envelope, cancellation);

    public Task<Outcome<PlanState>> ReopenAsync(
        BoardId board, int year, string reason, Envelope envelope, CancellationToken cancellation) =>
        ChangeAsync(board, year, "revision", reason, written => new PlanCommand.Reopen(written, LongestReason),
            envelope, cancellation);

    /// <summary>Decides about one unit; the plan is made again after it.</summary>
    public Task<Outcome<PlanState>> SteerAsync(
        OpenPlan open, Id unit, SteeringKind kind, int? quarter, string reason, bool anyway, Envelope envelope,
        CancellationToken cancellation) =>
        RemakeAsync(
            open, "steering", reason,
            (written, make) => new PlanCommand.Steer(unit, kind, quarter, written, LongestReason, anyway, make),
            envelope, cancellation);

    /// <summary>Gives the plan other room than the rules do; it is made again after it.</summary>
    public Task<Outcome<PlanState>> SetChoicesAsync(
        OpenPlan open, PlanChoices choices, string reason, bool anyway, Envelope envelope,
        CancellationToken cancellation) =>
        RemakeAsync(
            open, "choices", reason,
            (written, make) => new PlanCommand.SetChoices(
                choices, settings.Current.Settings.PlanningRulesOn(new DateOnly(open.Year, 1, 1)).Choice, written,
                LongestReason, anyway, make),
            envelope, cancellation);

    public Task<Outcome<PlanState>> CommentAsync(
        OpenPlan open, string text, Envelope envelope, CancellationToken cancellation) =>
        ChangeAsync(
            open.Board, open.Year, "comment", text, written => new PlanCommand.Comment(written, LongestReason),
            envelope, cancellation);

    public Task<Outcome<PlanState>> ExplainAsync(
        OpenPlan open, Id unit, IReadOnlyList<Id> missed, string reason, Envelope envelope,
        CancellationToken cancellation) =>
        ChangeAsync(
            open.Board, open.Year, "miss", reason,
            written => new PlanCommand.ExplainMiss(unit, missed, written, LongestReason), envelope, cancellation);

    public Task<Outcome<PlanState>> FinishAsync(
        OpenPlan open, int version, BoardOutcome proposal, Envelope envelope, CancellationToken cancellation) =>
        streams.ChangeAsync(
            PlanStream.Kind, open.Head.Id, new PlanCommand.Finish(version, proposal), envelope, cancellation);

    private async Task<Outcome<PlanState>> RemakeAsync(
        OpenPlan open, string purpose, string reason,
        Func<WrittenText, Func<PlanSteering, PlanContent>, PlanCommand> command, Envelope envelope,
        CancellationToken cancellation)
    {
        var input = await inputs.ReadAsync(
            open.Board, open.Year, envelope.Context.Today, open.Plan.Steering, cancellation);
        return await ChangeAsync(
            open.Board, open.Year, purpose, reason,
            written => command(written, steering => PlanMaker.Make(input with { Steering = steering })), envelope,
            cancellation);
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
            var content = PlanMaker.Make(await inputs.ReadAsync(
                board, year, envelope.Context.Today, standing?.State.PlanOrNone?.Steering ?? PlanSteering.None,
                cancellation));
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
