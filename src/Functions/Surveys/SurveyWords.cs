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

    /// <summary>A reply in words; <paramref name="show"/> reads the texts that are kept apart.</summary>
    public static string Text(Question question, ReplyValue? value, Func<TextReference, string> show) => value switch
    {
        null => "Inget svar",
        ReplyValue.YesNo { IsYes: var isYes } => isYes ? "Ja" : "Nej",
        ReplyValue.Choice choice =>
            question.Choices.FirstOrDefault(known => known.Code == choice.Code)?.Text ?? choice.Code.Value,
        ReplyValue.Number number => Number(number.Value, question.Unit),
        ReplyValue.Text text => show(text.Kept),
        ReplyValue.Date date => SwedishDates.Text(date.Day),
        ReplyValue.File file => file.Sha256.Count == 1 ? "En fil" : $"{file.Sha256.Count} filer",
        ReplyValue.Table table => table.Rows.Count == 1 ? "En rad" : $"{table.Rows.Count} rader",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Alternative(Question question, string reply) => reply switch
    {
        ReplyTest.Yes when question.Kind == ReplyKind.YesNo => "Ja",
        ReplyTest.No when question.Kind == ReplyKind.YesNo => "Nej",
        _ => question.Choices.FirstOrDefault(choice => choice.Code.Value == reply)?.Text ?? reply,
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

    public static string Number(decimal number, string? unit)
    {
        var text = number.ToString("0.####", System.Globalization.CultureInfo.GetCultureInfo("sv-SE"));
        return unit is null ? text : $"{text} {unit}";
    }
}
