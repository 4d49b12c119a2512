using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>What has happened to a unit's survey, as people read it.</summary>
internal static class SurveyTimeline
{
    public static TimelineEntry Entry(Recorded<SurveyEvent> recorded, KeptTexts texts, OpenSurvey open)
    {
        var (what, facts, words) = Told(recorded.Event, open);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, texts.Show(words));
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, TextReference? Words) Told(
        SurveyEvent happened, OpenSurvey open) => happened switch
        {
            SurveyEvent.Asked { Survey: var asked } => (
                "Enheten fick enkäten",
                [
                    ("Frågor", $"{asked.Questions.Count}"),
                    ("Sista svarsdag", SwedishDates.Text(asked.Until)),
                ],
                null),
            SurveyEvent.Prompted => ("Enheten påmindes", [], null),
            SurveyEvent.Extended extended => (
                "Anstånd", [("Ny sista svarsdag", SwedishDates.Text(extended.Until))], extended.Reason),
            SurveyEvent.LinkRenewed renewed => ("Svarslänken byttes", [], renewed.Reason),
            SurveyEvent.LeftOut left => ("Enheten undantogs", [], left.Reason),
            SurveyEvent.Answered { Answer: var answer } => (
                answer.IsLate ? "Svaret kom in, för sent" : "Svaret kom in",
                [("Inlämnat", SwedishDates.Text(answer.HandedInOn))], null),
            SurveyEvent.AskedAgain again => (
                "Ett rättat svar begärdes", [("Sista svarsdag", SwedishDates.Text(again.Until))], again.Reason),
            SurveyEvent.FellSilent silent => (
                "Sista svarsdagen passerade utan svar",
                [("Ska bedömas senast", SwedishDates.Text(silent.JudgeUntil))], null),
            SurveyEvent.SilenceJudged judged => (SurveyWords.Text(judged.Judgement), [], judged.Reason),
            SurveyEvent.ReplyJudged { Judgement: var judgement } => (
                $"En uppgift bedömdes: {SurveyWords.Text(judgement.Standing)}",
                [("Fråga", open.Asked.Find(judgement.Question)?.Text ?? judgement.Question.Value)], judgement.How),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };
}
