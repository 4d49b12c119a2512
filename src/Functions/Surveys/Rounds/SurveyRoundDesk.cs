using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>A round opened by somebody who may read it.</summary>
public sealed record OpenSurveyRound(
    Folded<SurveyRoundState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts, DateOnly Today)
    : IOpened
{
    public StreamHead Head => Read.Head;

    public SurveyRoundState State => Read.State;

    public SurveyRound Round => State.Round!;

    public BoardId Board => Round.Board;

    public string Address => $"{SurveyFunctions.List}/{Head.Id}";

    public bool MayRun => Access.Allows(User, Permission.RunSurveys, Board);
}

/// <summary>Reads and changes the yearly rounds.</summary>
public sealed class SurveyRoundDesk(
    Streams streams, Views views, TextedStreams texted, SurveyableUnits units, SettingsProvider settings,
    StockholmTime time)
{
    public const string RetentionClass = "survey";

    public TextedStream<SurveyRoundState, SurveyRoundCommand, SurveyRoundEvent> Stream { get; } =
        texted.Of(SurveyRoundStream.Kind, "survey-round", RetentionClass);

    /// <summary>Those of the person's boards, the newest year first.</summary>
    public async Task<IReadOnlyList<SurveyRoundRow>> ListAsync(SignedInUser user, CancellationToken cancellation)
    {
        var lists = await Task.WhenAll(Access.Boards(user, Permission.ReadSurveys).Select(
            board => views.ReadAllAsync<SurveyRoundRow>(SurveyRoundStream.PartitionOf(board), cancellation)));
        return
        [
            .. lists.SelectMany(rows => rows).OrderByDescending(row => row.Year)
                .ThenBy(row => row.Board.Value, StringComparer.Ordinal),
        ];
    }

    public async Task<Opening<OpenSurveyRound>> OpenAsync(
        SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            SurveyRoundStream.Kind, known, cancellation) is not { State.Round: { } round } read)
            return new Opening<OpenSurveyRound>.Missing();
        return Access.Allows(user, Permission.ReadSurveys, round.Board)
            ? new Opening<OpenSurveyRound>.Opened(new OpenSurveyRound(
                read, user, await settings.GetAsync(cancellation), await TextsAsync(known, cancellation),
                time.Today()))
            : new Opening<OpenSurveyRound>.Closed();
    }

    /// <summary>Everybody who would be asked, as the register says today.</summary>
    public Task<IReadOnlyList<SurveyedUnit>> UnitsAsync(OpenSurveyRound open, CancellationToken cancellation) =>
        units.OfAsync(open.Board, open.Today, cancellation);

    public Task<IReadOnlyDictionary<Id, string>> NamesAsync(OpenSurveyRound open, CancellationToken cancellation) =>
        units.NamesAsync(open.Board, open.Today, cancellation);

    /// <summary>The surveys of the units that have been asked.</summary>
    public Task<IReadOnlyList<SurveyRow>> SurveysAsync(Id round, CancellationToken cancellation) =>
        views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOf(round), cancellation);

    public Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) => Stream.TextsAsync(id, cancellation);

    public Task<Outcome<SurveyRoundState>> ComposeAsync(
        SurveyRoundCommand.Compose command, Envelope envelope, CancellationToken cancellation) =>
        streams.CreateAsync(
            SurveyRoundStream.Kind, SurveyRoundDecider.IdOf(command.Board, command.Year ?? 0), command, envelope,
            cancellation);
}
