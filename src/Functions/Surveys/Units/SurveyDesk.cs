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
    Streams streams, Views views, TextedStreams texted, SettingsProvider settings, StockholmTime time)
{
    public TextedStream<SurveyState, SurveyCommand, SurveyEvent> Stream { get; } =
        texted.Of(SurveyStream.Kind, "survey", SurveyRoundDesk.RetentionClass);

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

    /// <summary>
    /// The newest of an earlier year that was answered by the same provider: another one's words are not this one's.
    /// </summary>
    public async Task<SurveyRow?> EarlierAsync(Survey survey, CancellationToken cancellation) =>
        (await views.ReadAllAsync<SurveyRow>(
            SurveyStream.PartitionOfUnit(survey.Unit.UnitId), cancellation))
        .Where(row => row.Year < survey.Year && row.Answer is not null
            && row.Unit.ProviderId == survey.Unit.ProviderId)
        .MaxBy(row => row.Year);

    /// <summary>Its own texts; those of the provider's answer stay with the answer.</summary>
    public Task<KeptTexts> TextsAsync(Id id, CancellationToken cancellation) => Stream.TextsAsync(id, cancellation);
}
