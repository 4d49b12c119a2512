using System.Globalization;
using Oversight.Functions.Identity;
using Oversight.Functions.Risk;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Lists;
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

    /// <summary>Why a unit is not in the plan, of that unit alone.</summary>
    /// <param name="exact">Whether it may be told that somebody is reviewing it.</param>
    public static string NotChosen(UnitNotChosen unit, bool exact) => Common(unit) + Own(unit, exact);

    /// <summary>What is the same for all that have the same reason.</summary>
    public static string Common(UnitNotChosen unit) => unit.Reason switch
    {
        NotChosenReasons.NoCapacity =>
            unit.Arguments[0] == "1"
                ? "Planen rymmer en granskning, och den går till en annan enhet."
                : $"Planen rymmer {unit.Arguments[0]} granskningar, och de går till enheterna med högst risk och till "
                    + "avtal som måste granskas.",
        NotChosenReasons.Outweighed =>
            "Dagarna räcker inte till alla i klassen. De går till andra enheter i den som tillsammans har högre risk.",
        NotChosenReasons.UnderReview => "Enheten följs redan upp.",
        NotChosenReasons.SteeredOut => "Det är särskilt beslutat att enheten inte granskas under perioden.",
        NotChosenReasons.EndsBeforePeriod => "Verksamheten upphör före planens period.",
        var unknown => unknown,
    };

    /// <summary>What of the reason is the unit's own, after a space; nothing where there is no more to say.</summary>
    public static string Own(UnitNotChosen unit, bool exact) => unit.Reason switch
    {
        NotChosenReasons.Outweighed => $" En granskning tar {Days(unit.Arguments[0])}.",
        NotChosenReasons.UnderReview when exact => " En granskning pågår.",
        NotChosenReasons.EndsBeforePeriod => $" Sista dagen är {SwedishDates.Text(DayOf(unit.Arguments[0]))}.",
        _ => "",
    };

    /// <summary>A common reason is said once.</summary>
    public static IReadOnlyList<NotChosenGroup> ByReason(IReadOnlyList<UnitNotChosen> units) =>
    [
        .. units.GroupBy(unit => unit.Reason).Select(group => new NotChosenGroup(
            group.Key switch
            {
                NotChosenReasons.NoCapacity => "Ryms inte",
                NotChosenReasons.Outweighed => "Ryms inte i sin klass",
                NotChosenReasons.UnderReview => "Följs redan upp",
                NotChosenReasons.SteeredOut => "Särskilt beslutat",
                _ => "Upphör",
            },
            Common(group.First()), [.. group])),
    ];

    /// <summary>Why a unit is in the plan.</summary>
    public string Why(PlanReason? why) => why?.Code switch
    {
        // A class beside a company's name is arbetsmaterial.
        null => "Vald efter risk.",
        ChosenReasons.HighestClass or ChosenReasons.Risk when !exact => "Vald efter risk.",
        ChosenReasons.Lot when !exact => "Lottad.",
        ChosenReasons.Begun => "Granskningen har börjat.",
        ChosenReasons.Steered => "Särskilt beslutat.",
        ChosenReasons.CarriedOver => $"Stod i årsplanen för {why.Arguments[0]} men påbörjades inte.",
        ChosenReasons.HighestClass => "Den högsta riskklassen går först.",
        ChosenReasons.LongAgo => $"Avtalet granskades senast {SwedishDates.Text(DayOf(why.Arguments[0]))}.",
        ChosenReasons.NeverReviewed =>
            $"Avtalet har inte granskats sedan det kom in i registret {SwedishDates.Text(DayOf(why.Arguments[0]))}.",
        ChosenReasons.Lot => "Lottad bland enheter med låg risk.",
        ChosenReasons.Risk => "Näst i tur efter risk.",
        var unknown => unknown,
    };

    public static string Name(FollowUpMethod method) => method switch
    {
        FollowUpMethod.Survey => "Avtalsenkät",
        FollowUpMethod.Dialogue => "Kvalitetsdialog",
        FollowUpMethod.Findings => "Uppföljning av brister",
        FollowUpMethod.Economy => "Ekonomisk uppföljning",
        _ => "Granskning",
    };

    /// <summary>How, what, when and by whom.</summary>
    public static string Method(PlannedMethod method)
    {
        var what = method.Name is { } name
            ? $"{Name(method.Method)}: {name}"
            : Name(method.Method);
        var when = (method.From, method.Until) switch
        {
            (null, _) => "",
            ({ } from, null) => $", {SwedishDates.Text(from)}",
            ({ } from, { } until) when from == until => $", {SwedishDates.Text(from)}",
            ({ } from, { } until) => $", {SwedishDates.Text(from)}–{SwedishDates.Text(until)}",
        };
        return $"{what}{when}. Ansvarig: {RoleNames.Title(method.Owner).ToLower(Swedish)}.";
    }

    public static string Month(DateOnly month) => month.ToString("MMM", Swedish).TrimEnd('.');

    public static string Steering(UnitSteering steering, DateOnly periodFirst) => steering.Kind switch
    {
        SteeringKind.In => "ska granskas",
        SteeringKind.InQuarter => $"ska granskas {Quarter(periodFirst, steering.Quarter!.Value)}",
        SteeringKind.Out => "ska inte granskas",
        _ => "avgörs av riskanalysen",
    };

    public static string Outcome(PlannedReviewOutcome outcome) => outcome switch
    {
        PlannedReviewOutcome.Ahead => "Att starta",
        PlannedReviewOutcome.Underway => "Pågår",
        PlannedReviewOutcome.Reported => "Rapport klar",
        PlannedReviewOutcome.TakenAway => "Borttagen",
        _ => "Inte påbörjad i tid",
    };

    public static string Color(PlannedReviewOutcome outcome) => outcome switch
    {
        PlannedReviewOutcome.Reported => "success",
        PlannedReviewOutcome.Underway => "info",
        PlannedReviewOutcome.Missed or PlannedReviewOutcome.TakenAway => "warning",
        _ => "neutral",
    };

    /// <summary>Numbers of one's own work are no secret, however small.</summary>
    public static string Summary(PlanOutcomeSummary outcome)
    {
        var missed = outcome.Missed == 0
            ? "ingen uteblev"
            : $"{outcome.Missed} uteblev, {outcome.Explained} av dem med förklaring";
        return $"Av {outcome.Planned} planerade granskningar är {outcome.Reported} klara, {outcome.Underway} pågår och "
            + $"{outcome.Ahead} är kvar att starta; {missed}.";
    }

    public static string Adopted(PlanState.Adopted adopted) => Adopted(adopted.Outcome);

    public static string Decision(PlanDecision decision) => decision.Kind == PlanDecisionKind.Adopted
        ? $"Version {decision.Version} {Adopted(decision.Outcome).ToLower(Swedish)}"
            + (decision.Paragraph is { } paragraph ? $", {paragraph}" : "")
        : $"Version {decision.Version} öppnad för revidering";

    private static string Adopted(BoardOutcome? outcome) => outcome switch
    {
        BoardOutcome.Established => "Fastställd av nämnden",
        BoardOutcome.Noted => "Noterad av nämnden",
        _ => "Fastställd",
    };

    private static string Days(string number) =>
        Numbers.Of(int.Parse(number, CultureInfo.InvariantCulture), "dag", "dagar");

    private static DateOnly DayOf(string argument) =>
        DateOnly.ParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Note(PlanNote note) => note.Code switch
    {
        PlanNotes.NoUnits => "Nämnden har inga enheter i registret. Planen är därför tom.",
        PlanNotes.NoCapacity => "Inställningarna ger ingen kapacitet för granskningar. Därför är ingen enhet vald.",
        PlanNotes.HighestClassLeftOut =>
            (note.Arguments[0] == "1" ? "En enhet" : $"{note.Arguments[0]} enheter")
                + " i den högsta riskklassen ryms inte i kapaciteten. Nämnden behöver ta ställning till det.",
        PlanNotes.OverCapacity =>
            $"Det som är särskilt beslutat tar {Days(note.Arguments[0])} mer än kapaciteten.",
        PlanNotes.MinimumNotMet =>
            (note.Arguments[0] == "1" ? "Ett avtal" : $"{note.Arguments[0]} avtal")
                + " ryms inte i planen fast reglerna säger att det är dags att granska dem (nya avtal det första året, "
                + $"andra minst vart {note.Arguments[1]}:e år).",
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
        PlanReasons.Judged => "risken är bedömd av en medarbetare, med motivering"
            + (exact ? $" (analysen ger ”{reason.Arguments[0]}”)" : ""),
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
        PlanReasons.FindingsRemain => reason.Arguments[0] == "1"
            ? "en brist i en rapport är inte åtgärdad"
            : $"{reason.Arguments[0]} brister i rapporter är inte åtgärdade",
        PlanReasons.FindingsOverdue => "brister har inte åtgärdats i tid",
        PlanReasons.FindingsRepeated => "samma krav har brustit i mer än en granskning",
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

/// <summary>Units that are not in a plan for the same reason.</summary>
public sealed record NotChosenGroup(string Heading, string Reason, IReadOnlyList<UnitNotChosen> Units);
