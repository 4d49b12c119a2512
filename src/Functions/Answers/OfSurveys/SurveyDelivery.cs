using Oversight.Answers;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Surveys;
using Oversight.Functions.Texts;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>What was handed in comes into the unit's avtalsenkät, with what of it breaks the terms.</summary>
public sealed class SurveyDelivery(Streams streams, SettingsProvider settings)
    : IEffectHandler<AnswerState, AnswerEvent>
{
    public const string EffectName = "answer.survey";

    public string Effect => EffectName;

    public string Title => "En inlämnad avtalsenkät kommer in";

    public async Task<EffectProgress> RunAsync(
        EffectCall<AnswerState, AnswerEvent> call, CancellationToken cancellation)
    {
        if (call.State.Answer is not { Survey: not null, Handed: { } handed, Task: var task }
            || await streams.LoadAsync(SurveyStream.Kind, task.SubjectId, cancellation)
                is not { State.Survey: { } survey } known)
            return EffectProgress.Done;
        var inForce = await settings.GetAsync(cancellation);
        var asked = SurveyQuestions.Asked(inForce.Settings, survey.Set, survey.Questions);
        await streams.ChangeAsync(
            SurveyStream.Kind, task.SubjectId,
            new SurveyCommand.TakeAnswer(
                call.Head.Id, task.Number, handed.Signature.On, handed.Replies,
                [.. asked.Deviations(handed.Replies).Select(question => question.Code)]),
            call.Envelope, cancellation, loaded: known);
        return EffectProgress.Done;
    }
}

/// <summary>The words of what was handed in, for those who read the surveys of the board.</summary>
public sealed class SurveyAnswerWords(PrivateTexts privates) : ISurveyWords
{
    public async Task<KeptTexts> ReadAsync(Id answer, CancellationToken cancellation) =>
        new(await privates.ReadAllAsync(AnswerStream.StreamId(answer), cancellation));
}

/// <summary>An avtalsenkät that is asked for by link, among those of its board.</summary>
public sealed record SurveyAnswerRow(Id Id, Id SurveyId)
{
    public static string Partition(BoardId board) => $"survey-answers|{board}";
}
