using System.Globalization;
using Oversight.Functions.Web.Components;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Functions.Risk;

/// <summary>The risk analysis in Swedish: levels, rules and what makes it uncertain.</summary>
public static class RiskWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly string[] SeverityLevels = ["Mindre allvarlig", "Måttlig", "Allvarlig", "Mycket allvarlig"];
    private static readonly string[] LikelihoodLevels = ["Mycket liten", "Liten", "Stor", "Mycket stor"];

    /// <summary>Of the four classes, the lowest first.</summary>
    private static readonly string[] Colors = ["neutral", "info", "warning", "danger"];

    public static string Severity(int level) => $"{level} – {SeverityLevels[level - 1]}";

    public static string Likelihood(int level) => $"{level} – {LikelihoodLevels[level - 1]}";

    public static string Axis(RiskAxis axis) => axis == RiskAxis.Severity ? "Allvarlighetsgrad" : "Sannolikhet";

    public static string Area(CodeId area, MunicipalitySettings settings) =>
        area == RiskAreas.Whole ? "Hela enheten" : settings.Codes(CodeLists.QualityAreas).Text(area);

    public static string Points(decimal points) => $"{points.ToString("0.00", Swedish)}\u00A0p";

    public static string Change(decimal points) => $"{points.ToString("+0.00;−0.00;0.00", Swedish)}\u00A0p";

    /// <summary>The colour of a tag by how high the class stands in its model; its text says the same.</summary>
    public static string Color(CodeId riskClass, MunicipalitySettings settings) => settings.RiskModels
        .SelectMany(model => model.Classes.Index()).Where(known => known.Item.Id == riskClass)
        .Select(known => Colors[known.Index]).FirstOrDefault(Colors[0]);

    /// <summary>One contribution as a sentence part: what it is and why it gives what it gives.</summary>
    public static string Text(Contribution contribution, MunicipalitySettings settings) => contribution.Rule switch
    {
        RiskRules.MoreOften =>
            $"Vikt {Number(contribution, 0)}, räknas till {Share(contribution, 1)} efter hur ny den är",
        RiskRules.MoreOftenUsual or RiskRules.SuddenlyUsual or RiskRules.GraverUsual => Usual(contribution),
        RiskRules.Suddenly => $"Vikt {Number(contribution, 0)}",
        RiskRules.HighForLong =>
            $"Sedan länge: {Number(contribution, 0)} synpunkter om året, för en sådan enhet är "
                + $"{Number(contribution, 1)} vanligt",
        RiskRules.FurtherReporter => "Ytterligare en rapportör",
        RiskRules.Graver => $"{Graveness(contribution, settings)}. Vikt {Number(contribution, 3)}",
        RiskRules.Gravest => $"Den allvarligaste synpunkten: {Graveness(contribution, settings)}",
        RiskRules.NotGrave => $"{Graveness(contribution, settings)}. Visar inte att det blir allvarligare",
        RiskRules.ManagerChange => "Byte av ansvarig för den dagliga ledningen anmäldes för sent eller inte alls",
        RiskRules.SurveySilence => $"Avtalsenkäten {contribution.Arguments[0]} besvarades inte i tid",
        RiskRules.SurveyContradiction =>
            $"Ett svar i avtalsenkäten {contribution.Arguments[0]} motsägs: {Question(contribution, settings)}",
        RiskRules.SurveyDeviation =>
            $"Avvikelse enligt avtalsenkäten {contribution.Arguments[0]}"
                + $"{(contribution.Arguments[2] == "confirmed" ? ", bekräftad" : ", obekräftad")}: "
                + Question(contribution, settings),
        RiskRules.FindingRemains =>
            $"En brist med allvarlighet {contribution.Arguments[0]} är inte åtgärdad{Review(contribution)}",
        RiskRules.FindingsOverdue =>
            $"Brister är inte åtgärdade fast sista dagen var {SwedishDates.Text(Day(contribution))}"
                + Review(contribution),
        RiskRules.FindingRepeated => $"Samma krav har brustit i mer än en granskning{Review(contribution)}",
        RiskRules.Dismissed => "Ogrundad eller återkallad synpunkt, räknas inte",
        RiskRules.OneVoice =>
            $"En enda röst: samma rapportör har redan hörts så långt som en röst väger under en månad, räknat från "
                + SwedishDates.Text(DateOnly.Parse(contribution.Arguments[0], CultureInfo.InvariantCulture)),
        var unknown => unknown,
    };

    private static string Review(Contribution contribution) =>
        contribution.Arguments[1].Length > 0 ? $", granskning {contribution.Arguments[1]}" : "";

    private static DateOnly Day(Contribution contribution) =>
        DateOnly.ParseExact(contribution.Arguments[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As it is worded now: the code is the same over versions of the set.</summary>
    private static string Question(Contribution contribution, MunicipalitySettings settings)
    {
        var code = new CodeId(contribution.Arguments[1]);
        var question = settings.Surveys.OrderByDescending(set => set.From).Select(set => set.Find(code))
            .FirstOrDefault(found => found is not null);
        return contribution.Rule == RiskRules.SurveyDeviation
            ? question?.Breaks?.Term ?? code.Value
            : question?.Text ?? code.Value;
    }

    public static string Text(Uncertainty uncertainty) => uncertainty switch
    {
        Uncertainty.CustomersUnknown =>
            "Antalet kunder är okänt. Enheten räknas som liten och varje röst hörs fullt ut, så att risken inte blir "
                + "för låg.",
        Uncertainty.MostlyUnassessed => "Minst hälften av synpunkterna är inte bedömda än. De väger mindre till dess.",
        Uncertainty.SingleReporter => "Alla synpunkter kommer från en och samma rapportör.",
        var unknown => unknown.ToString(),
    };

    public static string Text(EvidenceStrength strength) => strength switch
    {
        EvidenceStrength.SoleJudgement => "En enda rapportör, eller ingen",
        EvidenceStrength.Limited => "Begränsat: flera rapportörer, men få bedömda synpunkter",
        EvidenceStrength.Strong => "Starkt: flera rapportörer under flera månader, och synpunkterna är bedömda",
        var unknown => unknown.ToString(),
    };

    public static string Text(EarlyWarning warning) =>
        $"Tidig varning för {Month(warning.Month)}: sedan {Month(warning.Since)} har det kommit synpunkter motsvarande "
            + $"{warning.Concerns.ToString("0.#", Swedish)}, {warning.Expected.ToString("0.#", Swedish)} hade varit "
            + "vanligt.";

    private static string Usual(Contribution contribution)
    {
        var (heard, usual) = (Number(contribution, 0), Number(contribution, 1));
        var time = $"de senaste {contribution.Arguments[2]} dagarna";
        return contribution.Rule switch
        {
            RiskRules.MoreOftenUsual =>
                $"Oftare: synpunkter motsvarande {heard} {time}, {usual} är vanligt. De nyaste väger mest",
            RiskRules.SuddenlyUsual => $"Plötsligt: synpunkter motsvarande {heard} {time}, {usual} är vanligt",
            _ => $"Allvarligare: allvarliga synpunkter motsvarande {heard} {time}, {usual} är vanligt",
        };
    }

    private static string Graveness(Contribution contribution, MunicipalitySettings settings)
    {
        var consequence = settings.Codes(CodeLists.ConcernConsequences).Text(new CodeId(contribution.Arguments[2]));
        return contribution.Arguments[1] == "assessed"
            ? $"Allvarlighet {contribution.Arguments[0]}: {consequence}"
            : $"Allvarlighet {contribution.Arguments[0]} antas tills synpunkten är bedömd: {consequence}";
    }

    private static string Share(Contribution contribution, int argument) =>
        Parse(contribution.Arguments[argument]).ToString("P0", Swedish);

    private static string Number(Contribution contribution, int argument) =>
        Parse(contribution.Arguments[argument]).ToString("0.##", Swedish);

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Swedish);
}
