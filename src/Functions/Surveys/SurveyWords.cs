using Oversight.Functions.Web.Components;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>The avtalsenkät as people read it.</summary>
public static class SurveyWords
{
    /// <summary>The way to every page about surveys begins here.</summary>
    public static Crumb Start { get; } = new("Avtalsenkäter", SurveyFunctions.List);

    public static string Title(SurveyRound round) => Title(round.Year);

    public static string Title(int year) => FormattableString.Invariant($"Avtalsenkäten {year}");

    public static string Units(int count) => count == 1 ? "enhet" : "enheter";

    /// <summary>How much it is to answer.</summary>
    public static string Asked(int questions, SurveyRoundRules rules) =>
        $"{questions} {(questions == 1 ? "fråga" : "frågor")}, omkring {rules.MinutesOf(questions)} minuter";

    public static string Text(SurveyRoundStatus status) => status switch
    {
        SurveyRoundStatus.Composed => "Förbereds",
        SurveyRoundStatus.Released => "Utskickad",
        SurveyRoundStatus.Closed => "Avslutad",
        SurveyRoundStatus.Dropped => "Skickades inte ut",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Color(SurveyRoundStatus status) => status switch
    {
        SurveyRoundStatus.Composed => "warning",
        SurveyRoundStatus.Released => "info",
        SurveyRoundStatus.Closed => "success",
        _ => "neutral",
    };

    public static string Text(SurveyStatus status) => status switch
    {
        SurveyStatus.Open => "Väntar på svar",
        SurveyStatus.Silent => "Obesvarad",
        SurveyStatus.Answered => "Besvarad",
        SurveyStatus.LeftOut => "Undantagen",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Color(SurveyStatus status) => status switch
    {
        SurveyStatus.Open => "info",
        SurveyStatus.Silent => "danger",
        SurveyStatus.Answered => "success",
        _ => "neutral",
    };

    /// <summary>What has become of a silence.</summary>
    public static string Text(SilenceJudgement judgement) => judgement switch
    {
        SilenceJudgement.Open => "Utkast till brist, ska bedömas",
        SilenceJudgement.Confirmed => "Bekräftad brist",
        SilenceJudgement.Dismissed => "Avfärdad, det fanns ett skäl",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement)),
    };

    public static string Text(ReplyStanding standing) => standing switch
    {
        ReplyStanding.Unconfirmed => "Obekräftad",
        ReplyStanding.Confirmed => "Bekräftad",
        ReplyStanding.Contradicted => "Motsägs",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    public static string Color(ReplyStanding standing) => standing switch
    {
        ReplyStanding.Confirmed => "success",
        ReplyStanding.Contradicted => "danger",
        _ => "neutral",
    };

    /// <summary>How a question is answered.</summary>
    public static string Kind(Question question) => question.Kind switch
    {
        ReplyKind.YesNo => "Ja eller nej.",
        ReplyKind.Choice => $"Ett val: {string.Join(", ", question.Choices.Select(choice => choice.Text))}.",
        ReplyKind.Number => question.Unit is { } unit ? $"Ett tal ({unit})." : "Ett tal.",
        ReplyKind.Text => "Egna ord.",
        ReplyKind.Date => "En dag.",
        ReplyKind.File => "Filer.",
        ReplyKind.Table => $"En tabell: {string.Join(", ", question.Columns.Select(column => column.Text))}.",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>What tells against a reply.</summary>
    public static string Text(Contradiction found) => found.By switch
    {
        ContradictedBy.Customers => $"Registret har {found.Arguments[0]} kunder.",
        ContradictedBy.NoLicence => "Registret har inget tillstånd för enheten.",
        ContradictedBy.ManagerChanged =>
            $"Registret har en ny ansvarig sedan {SwedishDates.Text(found.On!.Value)}.",
        ContradictedBy.ManagerNotNotified =>
            $"Bytet av ansvarig {SwedishDates.Text(found.On!.Value)} anmäldes inte i tid enligt registret.",
        ContradictedBy.Concerns => found.Arguments[0] == "1"
            ? $"En synpunkt om samma sak, {SwedishDates.Text(found.On!.Value)}."
            : $"{found.Arguments[0]} synpunkter om samma sak, den senaste {SwedishDates.Text(found.On!.Value)}.",
        ContradictedBy.Findings => found.Arguments[0] == "1"
            ? "En brist av samma slag i en granskning är inte åtgärdad."
            : $"{found.Arguments[0]} brister av samma slag i granskningar är inte åtgärdade.",
        _ => throw new ArgumentOutOfRangeException(nameof(found)),
    };
}
