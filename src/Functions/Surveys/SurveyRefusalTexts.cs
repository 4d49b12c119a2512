using Oversight.Functions.Web;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>What the edge alone can say no to.</summary>
public static class SurveyEdgeRefusals
{
    public const string BoardMissing = "survey-round.board-missing";
    public const string AreaMissing = "survey-round.area-missing";
}

internal sealed class SurveyRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [SurveyEdgeRefusals.BoardMissing] = "Välj nämnd.",
        [SurveyEdgeRefusals.AreaMissing] = "Välj vilka enkäten ska skickas till.",
        [SurveyRoundRefusals.AlreadyComposed] = "Nämnden har redan en avtalsenkät för {0}.",
        [SurveyRoundRefusals.NotComposed] = "Enkäten är redan utskickad eller avslutad.",
        [SurveyRoundRefusals.NotOpen] = "Enkäten är avslutad eller har inte skickats ut.",
        [SurveyRoundRefusals.YearMissing] = "Ange året.",
        [SurveyRoundRefusals.YearOutOfReach] = "Välj {0} eller {1}.",
        [SurveyRoundRefusals.SetMissing] = "Välj vilka frågor enkäten har.",
        [SurveyRoundRefusals.UnknownSet] = "De frågorna gäller inte längre. Välj andra.",
        [SurveyRoundRefusals.DayMissing] = "Ange sista svarsdagen.",
        [SurveyRoundRefusals.DayTooEarly] =
            "Sista svarsdagen är för nära. De som ska svara behöver minst till {0}.",
        [SurveyRoundRefusals.NoQuestions] = "Välj minst en fråga.",
        [SurveyRoundRefusals.UnknownQuestion] = "En av frågorna finns inte i enkäten.",
        [SurveyRoundRefusals.UnitMissing] = "Välj enhet.",
        [SurveyRoundRefusals.UnknownUnit] = "Enheten är inte i drift under något av nämndens avtal.",
        [SurveyRoundRefusals.UnitIsAsked] = "Enheten har redan fått enkäten. Undanta den på enhetens egen sida.",
        [SurveyRoundRefusals.UnitIsLeftOut] = "Enheten är redan undantagen.",
        [SurveyRoundRefusals.UnitIsNotLeftOut] = "Enheten är inte undantagen.",
        [SurveyRoundRefusals.NobodyToAsk] = "Alla i valet har redan fått enkäten eller är undantagna.",
        [SurveyRoundRefusals.AnswersAwaited] =
            "{0} enkäter kan fortfarande besvaras i tid. Vänta till sista svarsdagen, eller undanta enheterna.",
        [SurveyRoundRefusals.SilencesNotJudged] = "{0} obesvarade enkäter är inte bedömda. Bedöm dem först.",
        [SurveyRefusals.NotAwaited] = "Enkäten väntar inte längre på svar.",
        [SurveyRefusals.NotAnswered] = "Enkäten är inte besvarad.",
        [SurveyRefusals.DayMissing] = "Ange dagen.",
        [SurveyRefusals.DayTooEarly] = "Dagen är för tidig. Välj {0} eller senare.",
        [SurveyRefusals.NoSilence] = "Det finns ingen obesvarad enkät att bedöma.",
        [SurveyRefusals.JudgementMissing] = "Välj om det är en brist.",
        [SurveyRefusals.QuestionMissing] = "Välj fråga.",
        [SurveyRefusals.NoReply] = "Frågan är inte besvarad.",
        [SurveyRefusals.StandingMissing] = "Välj vad ni har kommit fram till.",
    };
}
