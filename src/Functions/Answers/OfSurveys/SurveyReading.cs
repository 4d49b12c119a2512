using Oversight.Answers;
using Oversight.Answers.Surveys;
using Oversight.Functions.Storage;
using Oversight.Functions.Surveys;
using Oversight.Functions.Texts;
using Oversight.Providers;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>What whoever answers an avtalsenkät has before them.</summary>
/// <param name="Unit">What the unit is called today.</param>
/// <param name="Before">What was replied the year before.</param>
public sealed record SurveySheet(
    string Unit, AskedQuestions Asked, KeptTexts Texts, Replies Before, KeptTexts BeforeTexts)
{
    /// <summary>A reply in words; null where there is none.</summary>
    public string? Text(Question question, ReplyValue? value) => ReplyWords.Text(question, value, Texts);

    public string? TextBefore(Question question) =>
        Before.Of(question.Code) is { } value && value.Kind == question.Kind
            ? ReplyWords.Text(question, value, BeforeTexts)
            : null;
}

/// <summary>Reads the questions and texts of an avtalsenkät.</summary>
public sealed class SurveyReading(Streams streams, PrivateTexts privates)
{
    /// <summary>The questions as they were asked, whatever the settings ask today.</summary>
    public static AskedQuestions AskedBy(SurveyTask survey, MunicipalitySettings settings) =>
        settings.Surveys.Version(survey.Set, survey.From) is { } set
            ? new AskedQuestions(set, survey.Questions)
            : throw new InvalidOperationException($"The settings have no version {survey.From:O} of {survey.Set}.");

    public async Task<SurveySheet> OfAsync(OpenAnswer open, CancellationToken cancellation) =>
        await OfAsync(open.Head.Id, open.Answer, open.InForce.Settings, cancellation);

    public async Task<SurveySheet> OfAsync(
        Id id, Answer answer, MunicipalitySettings settings, CancellationToken cancellation)
    {
        var survey = answer.Survey ?? throw new InvalidOperationException("The answer is of no survey.");
        var before = survey.Previous is { } previous
            && await streams.LoadAsync(AnswerStream.Kind, previous, cancellation) is { State.Answer: { } earlier }
            ? earlier.Handed?.Replies
            : null;
        return new SurveySheet(
            await UnitAsync(answer.Task.UnitId, cancellation), AskedBy(survey, settings),
            await TextsAsync(id, cancellation), before ?? Replies.None,
            before is null
                ? new KeptTexts(new Dictionary<string, PrivateEntry>())
                : await TextsAsync(survey.Previous!.Value, cancellation));
    }

    private async Task<string> UnitAsync(Id unit, CancellationToken cancellation) =>
        (await streams.LoadAsync(Oversight.Functions.Providers.UnitStream.Kind, unit, cancellation))?.State
            is UnitState.Registered registered
            ? registered.Names.Latest()
            : "";

    private async Task<KeptTexts> TextsAsync(Id answer, CancellationToken cancellation) =>
        new(await privates.ReadAllAsync(AnswerStream.StreamId(answer), cancellation));
}
