using Oversight.Risk;

namespace Oversight.Surveys;

/// <summary>What a survey tells the risk analysis: each with its date and how strong the evidence is (R50).</summary>
public static class SurveySignals
{
    /// <param name="source">The event that made it so.</param>
    public static IEnumerable<SurveySignal> Of(Id id, string source, Survey survey)
    {
        if (survey.Silence is { Judgement: SilenceJudgement.Confirmed } silence)
            yield return Signal(SurveySignalKind.Silence, null, silence.Since, true);
        if (survey.Answers.Count == 0)
            yield break;
        var answer = survey.Answers[^1];
        var standings = survey.Judged.Where(judged => judged.Number == answer.Number)
            .ToDictionary(judged => judged.Question, judged => judged.Standing);
        foreach (var question in survey.Deviations)
        {
            var standing = standings.GetValueOrDefault(question, ReplyStanding.Unconfirmed);
            // Something else shows that the term is kept after all.
            if (standing != ReplyStanding.Contradicted)
                yield return Signal(
                    SurveySignalKind.Deviation, question, answer.HandedInOn, standing == ReplyStanding.Confirmed);
        }

        foreach (var (question, standing) in standings)
        {
            if (standing == ReplyStanding.Contradicted && !survey.Deviations.Contains(question))
                yield return Signal(SurveySignalKind.Contradiction, question, answer.HandedInOn, true);
        }

        SurveySignal Signal(SurveySignalKind kind, CodeId? question, DateOnly on, bool isConfirmed) => new()
        {
            SurveyId = id,
            UnitId = survey.Unit.UnitId,
            Year = survey.Year,
            Kind = kind,
            Question = question,
            On = on,
            IsConfirmed = isConfirmed,
            Source = source,
        };
    }
}
