using System.Globalization;
using Oversight.Risk;
using Oversight.Settings;

namespace Oversight.Functions.Risk;

/// <summary>The risk analysis in Swedish: levels, rules and what makes it uncertain.</summary>
public static class RiskWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly string[] SeverityLevels = ["Mindre allvarlig", "Måttlig", "Allvarlig", "Mycket allvarlig"];
    private static readonly string[] LikelihoodLevels = ["Mycket liten", "Liten", "Stor", "Mycket stor"];

    public static string Severity(int level) => $"{level} – {SeverityLevels[level - 1]}";

    public static string Likelihood(int level) => $"{level} – {LikelihoodLevels[level - 1]}";

    public static string Axis(RiskAxis axis) => axis == RiskAxis.Severity ? "Allvarlighetsgrad" : "Sannolikhet";

    public static string Area(CodeId area, MunicipalitySettings settings) =>
        area == RiskAreas.NotAssessed ? "Ännu inte bedömd" : settings.Codes(CodeLists.QualityAreas).Text(area);

    public static string Points(decimal points) => $"{points.ToString("0.00", Swedish)}\u00A0p";

    public static string Change(decimal points) => $"{points.ToString("+0.00;−0.00;0.00", Swedish)}\u00A0p";

    /// <summary>The colour of a tag by how high the class stands; its text says the same.</summary>
    public static string Color(RiskClass riskClass) => Color(riskClass.FromProduct);

    public static string Color(int product) => product switch
    {
        >= 12 => "danger",
        >= 8 => "warning",
        >= 4 => "info",
        _ => "neutral",
    };

    /// <summary>One contribution as a sentence part: what it is and why it gives what it gives.</summary>
    public static string Text(Contribution contribution, MunicipalitySettings settings) => contribution.Rule switch
    {
        RiskRules.ConcernSeverity => ConcernSeverity(contribution, settings),
        RiskRules.ConcernCount =>
            $"Synpunkt med vikt {Number(contribution, 0)}, {Number(contribution, 1)} poäng per hel synpunkt",
        RiskRules.ExpectedCount =>
            $"Väntat antal för {contribution.Arguments[1]} kunder räknas av ({Number(contribution, 0)})",
        RiskRules.FurtherReporter => $"Ytterligare en rapportör, vikt {Number(contribution, 0)}",
        RiskRules.FurtherMonth =>
            $"Synpunkter även i {Month(contribution.Arguments[0])}, vikt {Number(contribution, 1)}",
        RiskRules.ManagerChange => "Byte av ansvarig för den dagliga ledningen anmäldes för sent eller inte alls",
        RiskRules.SurveySilence => $"Avtalsenkäten {contribution.Arguments[0]} besvarades inte i tid",
        RiskRules.SurveyContradiction =>
            $"Ett svar i avtalsenkäten {contribution.Arguments[0]} motsägs: {Question(contribution, settings)}",
        RiskRules.SurveyDeviation =>
            $"Avvikelse enligt avtalsenkäten {contribution.Arguments[0]}"
                + $"{(contribution.Arguments[2] == "confirmed" ? ", bekräftad" : ", obekräftad")}: "
                + Question(contribution, settings),
        RiskRules.Dismissed => "Ogrundad eller återkallad synpunkt, räknas inte",
        RiskRules.ReporterCap =>
            $"Räknas inte: högst {contribution.Arguments[0]} synpunkter från samma rapportör räknas",
        RiskRules.BeyondGravest => $"Höjer inte: de {contribution.Arguments[0]} allvarligaste räknas",
        var unknown => unknown,
    };

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
            "Antalet kunder är okänt. Enheten räknas som liten, så att risken inte blir för låg.",
        Uncertainty.MostlyUnassessed => "Minst hälften av synpunkterna är inte bedömda än. De väger mindre till dess.",
        Uncertainty.SingleReporter => "Alla synpunkter kommer från en och samma rapportör.",
        var unknown => unknown.ToString(),
    };

    private static string ConcernSeverity(Contribution contribution, MunicipalitySettings settings)
    {
        var consequence = settings.Codes(CodeLists.ConcernConsequences).Text(new CodeId(contribution.Arguments[2]));
        var severity = contribution.Arguments[1] == "assessed"
            ? $"Allvarlighet {contribution.Arguments[0]}"
            : $"Allvarlighet {contribution.Arguments[0]} antas tills synpunkten är bedömd";
        var share = Parse(contribution.Arguments[4]) is var part
            && part < 1 ? $", räknas till {part.ToString("P0", Swedish)}" : "";
        return $"{severity}: {consequence}. Vikt {Number(contribution, 3)}{share}";
    }

    private static string Number(Contribution contribution, int argument) =>
        Parse(contribution.Arguments[argument]).ToString("0.##", Swedish);

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Month(string text) =>
        DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", Swedish);
}
