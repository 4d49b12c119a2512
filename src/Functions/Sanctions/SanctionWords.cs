using System.Globalization;
using Oversight.Functions.Reviews;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions;

/// <summary>Swedish words for what sanctions hold.</summary>
public static class SanctionWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static IReadOnlyList<Choice> Outcomes { get; } = Choices<DecisionOutcome>(Text);

    public static IReadOnlyList<Choice> LaterQuestions { get; } =
        [Of(QuestionKind.Lift, Text), Of(QuestionKind.Prolong, Text)];

    public static IReadOnlyList<Choice> Conclusions { get; } =
        [Of(SanctionEnding.CarriedOut, Text), Of(SanctionEnding.Replaced, Text)];

    public static IReadOnlyList<Choice> CourtSteps { get; } = Choices<CourtStep>(Text);

    public static string Title(OpenSanction open) => Title(open.Sanction.Terms.Text, open.Sanction.Unit.Name);

    public static string Title(string text, string unit) => $"{text}, {unit}";

    public static string Text(SanctionStatus status) => status switch
    {
        SanctionStatus.Drafting => "Förslag",
        SanctionStatus.Hearing => "Kommuniceras",
        SanctionStatus.Submitted => "Inför beslut",
        SanctionStatus.InForce => "Gäller",
        _ => "Avslutad",
    };

    public static string Color(SanctionStatus status) => status switch
    {
        SanctionStatus.InForce => "danger",
        SanctionStatus.Ended => "neutral",
        SanctionStatus.Submitted => "warning",
        _ => "info",
    };

    public static string Text(QuestionKind kind) => kind switch
    {
        QuestionKind.Prolong => "Ny sista dag",
        QuestionKind.Lift => "Hävning",
        _ => "Beslut",
    };

    public static string Text(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Granted => "Bifall",
        DecisionOutcome.Altered => "Ändring",
        DecisionOutcome.Tabled => "Bordläggning",
        DecisionOutcome.ReferredBack => "Återremiss",
        _ => "Avslag",
    };

    public static string Text(DecisionRoute route) => route switch
    {
        DecisionRoute.Board => "Nämnden",
        DecisionRoute.Chair => "Ordföranden",
        _ => "Delegat",
    };

    public static string Text(SanctionEnding ending) => ending switch
    {
        SanctionEnding.Lifted => "Hävd",
        SanctionEnding.CarriedOut => "Verkställd",
        SanctionEnding.Replaced => "Ersatt av en strängare",
        SanctionEnding.Rejected => "Avslagen",
        SanctionEnding.Annulled => "Upphävd av domstol",
        _ => "Tillbakadragen",
    };

    public static string Text(CourtStep step) => step switch
    {
        CourtStep.Appealed => "Överklagat",
        CourtStep.OpinionAsked => "Yttrande begärt",
        CourtStep.Stayed => "Inhibition",
        CourtStep.Annulled => "Upphävt",
        CourtStep.CivilDispute => "Civilrättslig tvist",
        _ => "Beslutet står fast",
    };

    /// <summary>What is waited for, in words.</summary>
    public static string Wait(string what) => what.Split('-')[0] switch
    {
        "hearing" => "Yttrande från verksamheten",
        "outcome" => "Nämndens beslut ska registreras",
        SanctionAwaiting.Delegate => "Delegatens beslut",
        "approval" => "Protokollet ska justeras",
        "notification" => "Verksamheten ska underrättas",
        SanctionAwaiting.Until => "Åtgärdens sista dag är här: häv eller förläng den",
        "receipt" => "Bekräftelse på att underrättelsen är mottagen",
        "court" => "Yttrande till domstolen",
        _ => "Sista dagen för bristerna",
    };

    public static string Wait(SanctionWait wait) =>
        wait.Until is { } until ? $"{Wait(wait.What)}, {SwedishDates.Text(until)}" : Wait(wait.What);

    /// <summary>"12 000"</summary>
    public static string Kronor(int amount) => amount.ToString("#,0", Swedish).Replace('\u00a0', ' ');

    /// <summary>
    /// "ledsagarservice och avlösarservice enligt LSS samt avlösning enligt SoL": services by the act they are given
    /// under.
    /// </summary>
    public static string Services(IReadOnlyList<CodeId> services, MunicipalitySettings settings)
    {
        var codes = settings.Codes(CodeLists.Services);
        var byAct = Acts
            .Select(act => (act.Name, Texts: codes.Codes
                .Where(code => services.Contains(code.Id) && code.IsMarked(act.Mark))
                .Select(code => Lower(code.Text)).ToList()))
            .Where(act => act.Texts.Count > 0)
            .Select(act => $"{Joined(act.Texts)} enligt {act.Name}");
        return string.Join(" samt ", byAct);
    }

    public static string Groups(IEnumerable<CodeId> groups, MunicipalitySettings settings) =>
        Joined([.. groups.Select(group => Lower(settings.Codes(CodeLists.TargetGroups).Text(group)))]);

    /// <summary>"a, b och c"</summary>
    public static string Joined(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : $"{string.Join(", ", parts.Take(parts.Count - 1))} och {parts[^1]}";

    public static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1])
            ? char.ToLower(text[0], Swedish) + text[1..]
            : text;

    private static readonly (string Mark, string Name)[] Acts = [("lss", "LSS"), ("sol", "SoL"), ("hsl", "HSL")];

    private static Choice Of<T>(T value, Func<T, string> text)
        where T : struct, Enum => new(StoredEnum<T>.Write(value), text(value));

    private static List<Choice> Choices<T>(Func<T, string> text)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => Of(value, text))];
}
