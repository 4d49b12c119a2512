using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Concerns;

/// <summary>The Swedish words for what Core names.</summary>
public static class ConcernWords
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static IReadOnlyList<Choice> Precisions { get; } =
    [
        new("day", "Exakt dag"), new("month", "Någon gång den månaden"),
        new("unclear", "Oklart när", "Då behöver du inte ange något datum."),
    ];

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [
        new("noFurtherAction", "Ingen ytterligare åtgärd"),
        new("nextDialogue", "Tas upp på nästa dialog"),
        new("askProvider", "Fråga anordnaren"),
        new("proposeTriggeredReview", "Föreslå påkallad granskning", "Enhetschefen beslutar."),
        new("unfounded", "Ogrundad",
            "Räknas inte i riskbedömningen. Typ, kategori, område och allvarlighet behövs inte."),
    ];

    public static IReadOnlyList<Choice> Severities { get; } =
    [
        new("1", "1 – Mindre allvarlig"), new("2", "2 – Måttlig"), new("3", "3 – Allvarlig"),
        new("4", "4 – Mycket allvarlig"),
    ];

    public static string Status(ConcernStatus status) => status switch
    {
        ConcernStatus.Received => "Mottagen",
        ConcernStatus.Assessed => "Bedömd",
        ConcernStatus.AwaitingDecision => "Väntar på beslut",
        ConcernStatus.Decided => "Beslutad",
        ConcernStatus.Withdrawn => "Återkallad",
        _ => "–",
    };

    /// <summary>With what has come after its own decision: a review that has ended, or a dialogue.</summary>
    public static string Status(ConcernStatus status, bool isAnswered) =>
        isAnswered && status != ConcernStatus.Withdrawn ? "Avslutad" : Status(status);

    public static string StatusColour(ConcernStatus status) => status switch
    {
        ConcernStatus.Received => "info",
        ConcernStatus.AwaitingDecision => "warning",
        ConcernStatus.Assessed or ConcernStatus.Decided => "success",
        _ => "neutral",
    };

    public static string Outcome(ConcernOutcome? outcome) => outcome switch
    {
        ConcernOutcome.NoFurtherAction => "Ingen ytterligare åtgärd",
        ConcernOutcome.NextDialogue => "Tas upp på nästa dialog",
        ConcernOutcome.AskProvider => "Fråga anordnaren",
        ConcernOutcome.ProposeTriggeredReview => "Påkallad granskning föreslås",
        ConcernOutcome.Unfounded => "Ogrundad",
        _ => "–",
    };

    /// <summary>What its reporter is waiting for; null: nothing more happens.</summary>
    public static string? Next(ConcernRow row) => row switch
    {
        { Answer: not null } => null,
        { Status: ConcernStatus.Received } =>
            "En kvalitetsutvecklare läser och bedömer synpunkten. Du ser bedömningen och motiveringen här.",
        { Status: ConcernStatus.AwaitingDecision } =>
            "Enhetschefen beslutar om en påkallad granskning. Du ser beslutet här.",
        { Status: ConcernStatus.Decided, ReviewApproved: true } =>
            "Verksamheten granskas. Du ser här hur granskningen slutar.",
        { AwaitsDialogue: true } => "Synpunkten tas upp på nästa kvalitetsdialog. Du ser här vad den ledde till.",
        { Status: ConcernStatus.Assessed, Outcome: ConcernOutcome.AskProvider } =>
            "Kvalitetsutvecklaren frågar verksamheten.",
        _ => null,
    };

    public static string Step(ConcernStepKind step) => step switch
    {
        ConcernStepKind.Received => "Mottagen",
        ConcernStepKind.Assessed => "Bedömd",
        ConcernStepKind.ReviewProposed => "Påkallad granskning föreslagen",
        ConcernStepKind.ReviewDecided => "Ingår i granskning",
        ConcernStepKind.ReviewDeclined => "Ingen påkallad granskning",
        ConcernStepKind.Linked => "Kopplad till enhet",
        ConcernStepKind.Moved => "Flyttad",
        ConcernStepKind.Corrected => "Rättad",
        ConcernStepKind.Masked => "Delar av texten maskerade",
        ConcernStepKind.Withdrawn => "Återkallad",
        ConcernStepKind.Answered => "Avslutad",
        ConcernStepKind.TakenUp => "Togs upp på dialog",
        _ => "–",
    };

    /// <summary>Whose decision is awaited, and until when.</summary>
    public static IReadOnlyList<(string Label, string Value)> Wait(DecisionWait wait) =>
        [("Beslutar", RoleNames.Title(wait.From)), ("Beslut senast", SwedishDates.Text(wait.DecideBy))];

    public static string Link(ConcernLinkKind kind) => kind switch
    {
        ConcernLinkKind.Duplicate => "Dubblett",
        ConcernLinkKind.SameEvent => "Samma händelse",
        _ => "Möjlig dubblett",
    };

    public static string Channel(ConcernChannel channel) => channel switch
    {
        ConcernChannel.Api => "Annat system",
        ConcernChannel.Message => "Annat system (kö)",
        _ => "Formulär",
    };

    public static string When(Occurrence occurred) => (occurred.Precision, occurred.First) switch
    {
        (OccurrencePrecision.Day, { } day) => SwedishDates.Text(day),
        (OccurrencePrecision.Month, { } month) => month.ToString("MMMM yyyy", Swedish),
        _ => "Oklart när",
    };

    /// <summary>Where the concern points, as the register had it.</summary>
    public static string Place(ConcernRow row) =>
        row.UnitName is { } unit ? $"{unit} – {row.ProviderName}" : "Okänd anordnare";

    public static string Place(ConcernFile file) =>
        file.Unit is { } unit ? $"{unit.Name} – {unit.ProviderName}" : "Okänd anordnare";

    public static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(Swedish, $"{Math.Max(1, bytes / 1024)} kB")
        : string.Create(Swedish, $"{bytes / (1024.0 * 1024):0.#} MB");
}
