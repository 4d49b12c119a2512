using System.Globalization;
using Oversight.Functions.Risk;
using Oversight.Functions.Web.Components;
using Oversight.Planning;
using Oversight.Settings;

namespace Oversight.Functions.Planning;

/// <summary>
/// The årsplan in Swedish. Small numbers identify, so outside internal use they stand as enstaka or flertalet.
/// </summary>
public sealed class PlanWords(MunicipalitySettings settings, bool exact)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public string Reasons(PlanUnit unit) => Sentence(string.Join("; ", unit.Reasons.Select(Reason)));

    public static string NotChosen(UnitNotChosen unit) => unit.Reason switch
    {
        NotChosenReasons.NoCapacity =>
            $"Planen rymmer {unit.Arguments[0]} granskningar, och de går till enheterna med högst risk.",
        NotChosenReasons.EndsBeforePeriod =>
            $"Verksamheten upphör {SwedishDates.Text(DayOf(unit.Arguments[0]))}, före planens period.",
        var unknown => unknown,
    };

    private static DateOnly DayOf(string argument) =>
        DateOnly.ParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Note(PlanNote note) => note.Code switch
    {
        PlanNotes.NoUnits => "Nämnden har inga enheter i registret. Planen är därför tom.",
        PlanNotes.NoCapacity => "Inställningarna ger ingen kapacitet för granskningar. Därför är ingen enhet vald.",
        PlanNotes.HighestClassLeftOut =>
            $"{note.Arguments[0]} enheter i den högsta riskklassen ryms inte i kapaciteten. Nämnden behöver ta "
                + "ställning till det.",
        PlanNotes.CustomersUnknown =>
            $"För {note.Arguments[0]} enheter är antalet kunder okänt. De räknas som små, så att risken inte blir för "
                + "låg.",
        PlanNotes.ConcernsUnassessed =>
            $"{Capital(Count(note.Arguments[0], "synpunkt är inte bedömd än och väger mindre till dess", "synpunkter "
                + "är inte bedömda än och väger mindre till dess"))}.",
        PlanNotes.NoMeeting =>
            "Sammanträdeskalendern har inget möte i "
                + $"{Swedish.DateTimeFormat.GetMonthName(int.Parse(note.Arguments[0], CultureInfo.InvariantCulture))}. "
                + "Lägg in det för att planen ska komma i rätt tid.",
        var unknown => unknown,
    };

    public static string Standing(PlanStanding standing) => standing switch
    {
        PlanStanding.Adopted => "Fastställd",
        PlanStanding.ForMeeting => "Utkast för nämnden",
        _ => "Utkast",
    };

    public static string Color(PlanStanding standing) => standing switch
    {
        PlanStanding.Adopted => "success",
        PlanStanding.ForMeeting => "info",
        _ => "neutral",
    };

    /// <summary>The months of a quarter: <c>april–juni 2027</c>.</summary>
    public static string Quarter(DateOnly periodFirst, int quarter)
    {
        var first = periodFirst.AddMonths(3 * (quarter - 1));
        return $"{first.ToString("MMMM", Swedish)}–{first.AddMonths(2).ToString("MMMM yyyy", Swedish)}";
    }

    private string Reason(PlanReason reason) => reason.Code switch
    {
        PlanReasons.Concerns =>
            $"{Count(reason.Arguments[0], "synpunkt", "synpunkter")} från "
                + $"{Count(reason.Arguments[1], "rapportör", "rapportörer")}",
        PlanReasons.Unassessed => $"varav {Count(reason.Arguments[0], "ännu inte bedömd", "ännu inte bedömda")}",
        PlanReasons.Severity =>
            $"allvarlighet {reason.Arguments[0]} av 4 inom "
                + $"{RiskWords.Area(new CodeId(reason.Arguments[1]), settings).ToLower(Swedish)}",
        PlanReasons.SeveralMonths =>
            exact ? $"synpunkter under {reason.Arguments[0]} olika månader" : "synpunkter under flera olika månader",
        PlanReasons.SurveySilence => "avtalsenkäten besvarades inte i tid",
        PlanReasons.SurveyReplies => reason.Arguments[0] == "1"
            ? "ett svar i avtalsenkäten avviker från villkoren eller motsägs"
            : $"{reason.Arguments[0]} svar i avtalsenkäten avviker från villkoren eller motsägs",
        PlanReasons.ManagerChange => "byte av ansvarig för den dagliga ledningen anmäldes för sent eller inte alls",
        PlanReasons.NothingKnown => "inga synpunkter eller andra uppgifter som höjer risken",
        var unknown => unknown,
    };

    private string Count(string number, string one, string many)
    {
        var count = int.Parse(number, CultureInfo.InvariantCulture);
        if (exact || count >= settings.Limits.SmallNumber)
            return $"{count} {(count == 1 ? one : many)}";
        return $"{(count <= settings.Limits.SmallNumber / 2 ? "enstaka" : "flertalet")} {many}";
    }

    private static string Sentence(string text) => text.Length == 0 ? "" : Capital(text) + ".";

    private static string Capital(string text) => char.ToUpper(text[0], Swedish) + text[1..];
}
