using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>A unit's survey opened by somebody who may read it.</summary>
public sealed record OpenSurvey(
    Folded<SurveyState> Read, SignedInUser User, SettingsInForce InForce, KeptTexts Texts, DateOnly Today) : IOpened
{
    public StreamHead Head => Read.Head;

    public SurveyState State => Read.State;

    public Survey Survey => State.Survey!;

    public BoardId Board => Survey.Unit.Board;

    public string Address => $"{SurveyFunctions.List}/{Survey.RoundId}/enhet/{Head.Id}";

    public bool MayRun => Access.Allows(User, Permission.RunSurveys, Board);

    /// <summary>The questions of this unit, as they were asked.</summary>
    public AskedQuestions Asked => SurveyQuestions.Asked(InForce.Settings, Survey.Set, Survey.Questions);

    /// <summary>What is known of a reply.</summary>
    public ReplyStanding StandingOf(CodeId question) =>
        Survey.Judged.FirstOrDefault(judged => judged.Question == question && judged.Number == Survey.Number)
            ?.Standing ?? ReplyStanding.Unconfirmed;
}

/// <summary>Reads and changes the surveys of units.</summary>
public sealed class SurveyDesk(
    Streams streams, Views views, PrivateTexts texts, TextKeys keys, SettingsProvider settings, StockholmTime time)
{
    public async Task<Opening<OpenSurvey>> OpenAsync(SignedInUser user, string id, CancellationToken cancellation)
    {
        if (!Id.TryParse(id, out var known) || await streams.LoadForChangeAsync(
            SurveyStream.Kind, known, cancellation) is not { State.Survey: { } survey } read)
            return new Opening<OpenSurvey>.Missing();
        return Access.Allows(user, Permission.ReadSurveys, survey.Unit.Board)
            ? new Opening<OpenSurvey>.Opened(new OpenSurvey(
                read, user, await settings.GetAsync(cancellation), await TextsAsync(known, cancellation),
                time.Today()))
            : new Opening<OpenSurvey>.Closed();
    }

    /// <summary>Those of the unit, the newest first.</summary>
    public async Task<IReadOnlyList<SurveyRow>> OfUnitAsync(Id unit, CancellationToken cancellation) =>
        [.. (await views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOfUnit(unit), cancellation)).Reverse()];

    /// <summary>Its own texts; those of the provider's answer stay with the answer.</summary>
    public async Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) =>
        new(await texts.ReadAllAsync(SurveyStream.StreamId(id), cancellation));

    public async Task<OperationTexts> DraftAsync(string operation, Envelope envelope, CancellationToken cancellation) =>
        new(await keys.GetAsync(cancellation), operation, RequestTexts.RequestOf(envelope),
            $"survey-{operation}", SurveyRoundDesk.RetentionClass);

    public Task<Outcome<SurveyState>> ChangeAsync(
        OpenSurvey open, SurveyCommand command, OperationTexts written, Envelope envelope,
        CancellationToken cancellation) =>
        streams.ChangeAsync(
            SurveyStream.Kind, open.Head.Id, command, envelope, cancellation, Keeping(open.Head.Id, written),
            open.Read);

    /// <summary>Texts are kept once the rules have said yes.</summary>
    private Preparation<SurveyCommand> Keeping(Id id, OperationTexts written) => async (accepted, token) =>
        await texts.TryWriteAsync(SurveyStream.StreamId(id), written.EntryName, written.Entry, token)
            ? new Prepared<SurveyCommand>.Go(accepted)
            : new Prepared<SurveyCommand>.KeyReused();
}
