using Oversight.Functions.Web;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

public sealed record SurveyRoundSummary(
    Id Id, BoardId Board, int Year, SurveyRoundStatus Status, DateOnly Until, int Asked)
{
    public static SurveyRoundSummary Of(SurveyRoundRow row) =>
        new(row.Id, row.Board, row.Year, row.Status, row.Until, row.Asked);
}

/// <summary>A round as the API gives it.</summary>
public sealed record SurveyRoundDetails
{
    public required Id Id { get; init; }

    public required int Version { get; init; }

    public required BoardId Board { get; init; }

    public required int Year { get; init; }

    public required SurveyRoundStatus Status { get; init; }

    public required CodeId Set { get; init; }

    public required DateOnly SetFrom { get; init; }

    public required IReadOnlyList<CodeId> LeftOutQuestions { get; init; }

    public required DateOnly Until { get; init; }

    public required IReadOnlyList<Id> LeftOutUnits { get; init; }

    public required int Asked { get; init; }

    public required int Waves { get; init; }

    public required string? Conclusions { get; init; }

    public static SurveyRoundDetails Of(OpenSurveyRound open) => new()
    {
        Id = open.Head.Id,
        Version = open.Head.Version,
        Board = open.Board,
        Year = open.Round.Year,
        Status = open.State.Status,
        Set = open.Round.Set.Set,
        SetFrom = open.Round.Set.From,
        LeftOutQuestions = open.Round.LeftOutQuestions,
        Until = open.Round.Until,
        LeftOutUnits = [.. open.Round.LeftOut.Select(left => left.UnitId)],
        Asked = open.Round.Asked.Count,
        Waves = open.Round.Waves,
        Conclusions = open.Texts.Show(open.Round.Conclusions),
    };
}

public sealed record SurveySummary(
    Id Id, Id UnitId, string Unit, SurveyStatus Status, DateOnly Until, DateOnly? HandedInOn, bool Late,
    SilenceJudgement? Silence)
{
    public static SurveySummary Of(SurveyRow row) => new(
        row.Id, row.Unit.UnitId, row.Unit.Name, row.Status, row.Until, row.Answer?.HandedInOn,
        row.Answer?.IsLate == true, row.Silence);
}

/// <summary>A unit's survey as the API gives it. What is said in words stays with the provider's answer.</summary>
public sealed record SurveyDetails
{
    public required Id Id { get; init; }

    public required int Version { get; init; }

    public required Id RoundId { get; init; }

    public required Id UnitId { get; init; }

    public required string Unit { get; init; }

    public required BoardId Board { get; init; }

    public required int Year { get; init; }

    public required SurveyStatus Status { get; init; }

    public required DateOnly Until { get; init; }

    public required int Number { get; init; }

    public required Id? AnswerId { get; init; }

    public required DateOnly? HandedInOn { get; init; }

    public required bool Late { get; init; }

    public required SilenceJudgement? Silence { get; init; }

    public required IReadOnlyList<SurveyReply> Replies { get; init; }

    public static SurveyDetails Of(OpenSurvey open)
    {
        var survey = open.Survey;
        var newest = survey.Answers.Count == 0 ? null : survey.Answers[^1];
        return new SurveyDetails
        {
            Id = open.Head.Id,
            Version = open.Head.Version,
            RoundId = survey.RoundId,
            UnitId = survey.Unit.UnitId,
            Unit = survey.Unit.Name,
            Board = survey.Unit.Board,
            Year = survey.Year,
            Status = open.State.Status,
            Until = survey.Until,
            Number = survey.Number,
            AnswerId = newest?.AnswerId,
            HandedInOn = newest?.HandedInOn,
            Late = newest?.IsLate == true,
            Silence = survey.Silence?.Judgement,
            Replies =
            [
                .. open.Asked.Questions.Select(question => new SurveyReply(
                    question.Code, question.Text,
                    survey.Replies.Of(question.Code) is not ReplyValue.Text
                        ? ReplyWords.Text(question, survey.Replies.Of(question.Code), open.Texts)
                        : null,
                    survey.Replies.Of(question.Code) is not null,
                    survey.Deviations.Contains(question.Code), open.StandingOf(question.Code))),
            ],
        };
    }
}

/// <param name="Value">In words; null where nothing was replied, and where the reply is a text.</param>
public sealed record SurveyReply(
    CodeId Question, string Text, string? Value, bool Replied, bool Deviates, ReplyStanding Standing);

internal sealed class SurveyApiDescription : IApiDescription
{
    public IEnumerable<ApiOperation> Operations =>
    [
        new("SurveyApi_List", "Avtalsenkäterna i de egna nämnderna, de nyaste först.",
            Response: typeof(ListPage<SurveyRoundSummary>)),
        new("SurveyApi_ReadRound", "En nämnds avtalsenkät ett år.", Response: typeof(SurveyRoundDetails)),
        new("SurveyApi_Units", "Enheternas enkäter i en omgång.", Response: typeof(ListPage<SurveySummary>)),
        new("SurveyApi_Read", "En enhets avtalsenkät med svaren.", Response: typeof(SurveyDetails)),
    ];

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["SurveyRoundSummary.id"] = "Omgångens id.",
        ["SurveyRoundSummary.board"] = "Nämnden.",
        ["SurveyRoundSummary.year"] = "Året.",
        ["SurveyRoundSummary.status"] = "Hur långt den har kommit.",
        ["SurveyRoundSummary.until"] = "Sista svarsdagen.",
        ["SurveyRoundSummary.asked"] = "Antal enheter som har fått enkäten.",
        ["SurveyRoundDetails.id"] = "Omgångens id.",
        ["SurveyRoundDetails.version"] = "Omgångens version, för If-Match.",
        ["SurveyRoundDetails.board"] = "Nämnden.",
        ["SurveyRoundDetails.year"] = "Året.",
        ["SurveyRoundDetails.status"] = "Hur långt den har kommit.",
        ["SurveyRoundDetails.set"] = "Uppsättningen frågor.",
        ["SurveyRoundDetails.setFrom"] = "Första dagen för den version av frågorna som ställs.",
        ["SurveyRoundDetails.leftOutQuestions"] = "Koder för frågor som inte ställs.",
        ["SurveyRoundDetails.until"] = "Sista svarsdagen.",
        ["SurveyRoundDetails.leftOutUnits"] = "Enheter som är undantagna.",
        ["SurveyRoundDetails.asked"] = "Antal enheter som har fått enkäten.",
        ["SurveyRoundDetails.waves"] = "Antal utskick.",
        ["SurveyRoundDetails.conclusions"] = "Vad svaren visade. Saknas tills omgången är avslutad.",
        ["SurveySummary.id"] = "Enkätens id.",
        ["SurveySummary.unitId"] = "Enhetens id.",
        ["SurveySummary.unit"] = "Enheten.",
        ["SurveySummary.status"] = "Hur långt den har kommit.",
        ["SurveySummary.until"] = "Sista svarsdagen.",
        ["SurveySummary.handedInOn"] = "Dagen då svaret kom in. Saknas om inget har kommit.",
        ["SurveySummary.late"] = "Om svaret kom efter sista svarsdagen.",
        ["SurveySummary.silence"] = "Vad det betyder att ingen svarade i tid. Saknas om svaret kom i tid.",
        ["SurveyDetails.id"] = "Enkätens id.",
        ["SurveyDetails.version"] = "Enkätens version, för If-Match.",
        ["SurveyDetails.roundId"] = "Omgången.",
        ["SurveyDetails.unitId"] = "Enhetens id.",
        ["SurveyDetails.unit"] = "Enheten.",
        ["SurveyDetails.board"] = "Nämnden.",
        ["SurveyDetails.year"] = "Året.",
        ["SurveyDetails.status"] = "Hur långt den har kommit.",
        ["SurveyDetails.until"] = "Sista svarsdagen.",
        ["SurveyDetails.number"] = "Vilket svar i ordningen som begärs eller har kommit in.",
        ["SurveyDetails.answerId"] = "Det senaste svaret. Saknas om inget har kommit.",
        ["SurveyDetails.handedInOn"] = "Dagen då det kom in.",
        ["SurveyDetails.late"] = "Om det kom efter sista svarsdagen.",
        ["SurveyDetails.silence"] = "Vad det betyder att ingen svarade i tid. Saknas om svaret kom i tid.",
        ["SurveyDetails.replies"] = "Frågorna och svaren.",
        ["SurveyReply.question"] = "Frågans kod.",
        ["SurveyReply.text"] = "Frågan.",
        ["SurveyReply.value"] = "Svaret. Saknas när inget är svarat, och när svaret är en text.",
        ["SurveyReply.replied"] = "Om frågan är besvarad.",
        ["SurveyReply.deviates"] = "Om svaret avviker från villkoren.",
        ["SurveyReply.standing"] = "Om uppgiften är obekräftad, bekräftad eller motsägs.",
    };
}
