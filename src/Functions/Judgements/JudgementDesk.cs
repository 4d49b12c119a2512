using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Judgements;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Functions.Judgements;

/// <summary>The judgement of a unit's risk, opened by somebody who may read the risk.</summary>
/// <param name="Read">Null before anything has been judged or raised.</param>
public sealed record OpenJudgement(
    Id UnitId, Folded<UnitJudgementState>? Read, UnitCase Case, SignedInUser User, SettingsInForce InForce,
    KeptTexts Texts, DateOnly Today) : IOpened
{
    public StreamHead Head => Read?.Head
        ?? new(UnitJudgementStream.Kind.Name, UnitJudgementDecider.IdOf(UnitId), 0, default, default);

    public UnitJudgementState State => Read?.State ?? UnitJudgementState.Initial;

    public BoardId Board => Case.Unit.Board;

    public JudgedUnit Unit => new(UnitId, Board, Case.Unit.Name);

    public ClassJudgement? InForceNow => State.InForceOn(Today);

    public RiskModel Model => InForce.Settings.RiskModelOn(Today);

    /// <summary>What the analysis gives today.</summary>
    public RiskClass Computed =>
        RiskAnalysis.OfUnit(Case.Unit, Case.Concerns, Case.Usual, Case.Told).Class;

    public string Address => $"/risk/{UnitId}";
}

/// <summary>Reads and changes what people make of a unit's risk.</summary>
public sealed class JudgementDesk(
    Streams streams, TextedStreams texted, RiskReader risk, SettingsProvider settings, StockholmTime time)
{
    internal const string RetentionClass = "plan";

    public TextedStream<UnitJudgementState, UnitJudgementCommand, UnitJudgementEvent> Stream { get; } =
        texted.Of(UnitJudgementStream.Kind, "unit-judgement", RetentionClass);

    public async Task<Opening<OpenJudgement>> OpenAsync(SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var unit)
            || await risk.FindUnitAsync(unit, time.Today(), null, cancellation) is not { } found)
            return new Opening<OpenJudgement>.Missing();
        return Access.Allows(user, Permission.ReadRisk, found.Unit.Board)
            ? new Opening<OpenJudgement>.Opened(await OpenAsync(user, found, cancellation))
            : new Opening<OpenJudgement>.Closed();
    }

    /// <summary>The same for who has read the unit's case, which is much to read, and may.</summary>
    public async Task<OpenJudgement> OpenAsync(SignedInUser user, UnitCase found, CancellationToken cancellation)
    {
        var stream = UnitJudgementDecider.IdOf(found.Unit.UnitId);
        var read = await streams.LoadForChangeAsync(UnitJudgementStream.Kind, stream, cancellation);
        return new OpenJudgement(
            found.Unit.UnitId, read, found, user, await settings.GetAsync(cancellation),
            await Stream.TextsAsync(stream, cancellation), time.Today());
    }
}
