using Oversight.Answers;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>An avtalsenkät as it was handed in.</summary>
/// <param name="AnswerId">Where its words and files are kept.</param>
/// <param name="Number">Of the asking.</param>
/// <param name="On">A Stockholm day.</param>
public sealed record SurveyHandedIn(Id AnswerId, Id SurveyId, int Number, DateOnly On, Replies Replies);

/// <summary>Whoever keeps the surveys that answers come in to.</summary>
public interface ISurveyAnswers
{
    /// <summary>Told again when it is handed in again, and when the first telling did not end.</summary>
    Task TakeAsync(SurveyHandedIn handed, Envelope envelope, CancellationToken cancellation);
}

/// <summary>What was handed in comes into its avtalsenkät.</summary>
public sealed class SurveyDelivery(IEnumerable<ISurveyAnswers> surveys) : IEffectHandler<AnswerState, AnswerEvent>
{
    public const string EffectName = "answer.survey";

    public string Effect => EffectName;

    public string Title => "En inlämnad avtalsenkät kommer in";

    public async Task<EffectProgress> RunAsync(
        EffectCall<AnswerState, AnswerEvent> call, CancellationToken cancellation)
    {
        if (call.State.Answer is not { Survey: not null, Handed: { } handed, Task: var task })
            return EffectProgress.Done;
        foreach (var keeper in surveys)
        {
            await keeper.TakeAsync(
                new SurveyHandedIn(
                    call.Head.Id, task.SubjectId, task.Number, handed.Signature.On, handed.Replies),
                call.Envelope, cancellation);
        }

        return EffectProgress.Done;
    }
}

/// <summary>An avtalsenkät that is asked for by link, among those of its board.</summary>
public sealed record SurveyAnswerRow(Id Id, Id SurveyId)
{
    public static string Partition(BoardId board) => $"survey-answers|{board}";
}
