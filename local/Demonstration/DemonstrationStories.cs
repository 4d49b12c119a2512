using Oversight.Attachments;
using Oversight.Concerns;


namespace Oversight.Local.Demonstration;

/// <summary>
/// What chance does not bring: proposals of a påkallad granskning, unknown providers, concerns taken back, files.
/// </summary>
internal static class DemonstrationStories
{
    private static readonly string[] Withdrawals =
    [
        "Jag hade valt fel enhet och lämnar synpunkten på rätt ställe.",
        "Det visade sig att beställningen aldrig hade skickats.",
        "Kunden vill inte att det förs vidare.",
    ];

    private static readonly string[] RegisteredFor =
        ["En kollega i arbetsgruppen för funktionsnedsättning", "Receptionen i Nacka stadshus"];

    private static readonly string[] Notes =
    [
        "Anteckning från uppföljningsmötet\n\nGenomgång av de senaste fyra veckornas pass. Sju av tjugo pass ställdes "
        + "in. "
        + "Orsak enligt utföraren: sjukdom.",
        "Sammanställning av kontaktförsök\n\nTelefon: fyra gånger. Mejl: två gånger. Svar: efter elva dagar.",
        "Noteringar efter hembesök\n\nPlanen låg inte framme. Personalen visste inte vilka mål som gäller.",
    ];

    public static IReadOnlyList<DemonstrationConcern> Tell(
        IReadOnlyList<DemonstrationConcern> concerns, IReadOnlyList<DemonstrationUnit> units, DateOnly today)
    {
        var told = concerns.ToDictionary(concern => concern.Key);
        var downhill = units.First(unit => unit.Pattern == ConcernPattern.Downhill).Key;
        var homes = units.Where(unit => unit.Details.Services[0].Value == "sarskilt-boende").Select(unit => unit.Key)
            .ToHashSet();
        bool IsAtHome(DemonstrationConcern concern) => homes.Contains(concern.UnitKey ?? "");
        bool IsElsewhere(DemonstrationConcern concern) =>
            concern.Board == DemonstrationRegister.Social && concern.UnitKey != downhill;

        // Two wait for the enhetschef, one of each board; two have been decided.
        Change(told, Latest(concerns, today, 6, concern => concern.UnitKey == downhill),
            concern => Propose(concern, 4, null));
        Change(told, Latest(concerns, today, 9, IsAtHome), concern => Propose(concern, 3, null));
        Change(told, Latest(concerns, today, 100, IsAtHome), concern => Propose(concern, 3, new DemonstrationDecision(
            Later(concern, 9), true,
            "Uppgifterna är allvarliga och kommer från flera håll. Granskningen görs utan förvarning.",
            "Bemanning nattetid och läkemedelshantering.")));
        Change(told, Latest(concerns, today, 160, IsElsewhere),
            concern => Propose(concern, 2, new DemonstrationDecision(
                Later(concern, 8), false,
                "Utföraren har visat vad som gjordes. En granskning ger inte mer än den planerade uppföljningen.",
                null)));

        foreach (var (concern, number) in Unassessed(told.Values, today).Select((concern, i) => (concern, i)))
        {
            told[concern.Key] = number switch
            {
                < 3 => concern with { Withdrawn = Withdrawals[number] },
                < 5 => concern with { RegisteredFor = RegisteredFor[number - 3] },
                _ => concern with { Attachment = Notes[number - 5] },
            };
        }

        return [.. told.Values.Concat(Unknown(today)).OrderBy(concern => concern.At)
            .ThenBy(concern => concern.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<DemonstrationConcern> Unassessed(
        IEnumerable<DemonstrationConcern> concerns, DateOnly today) =>
    [
        .. concerns.Where(concern => concern.Assessment is null
            && concern.At < SwedishTime.At(today.AddDays(-20).ToDateTime(default)))
            .OrderByDescending(concern => concern.At).Take(3 + RegisteredFor.Length + Notes.Length),
    ];

    private static void Change(
        Dictionary<string, DemonstrationConcern> told, DemonstrationConcern? concern,
        Func<DemonstrationConcern, DemonstrationConcern> change)
    {
        if (concern is not null)
            told[concern.Key] = change(concern);
    }

    /// <summary>The latest one that is at least so many days old.</summary>
    private static DemonstrationConcern? Latest(
        IEnumerable<DemonstrationConcern> concerns, DateOnly today, int days, Func<DemonstrationConcern, bool> which) =>
        concerns.LastOrDefault(concern => concern.At < SwedishTime.At(today.AddDays(-days).ToDateTime(default))
            && which(concern));

    private static DemonstrationConcern Propose(
        DemonstrationConcern concern, int severity, DemonstrationDecision? decision) => concern with
        {
            Consequence = severity == 4 ? "skada" : concern.Consequence,
            Assessment = new DemonstrationAssessment(
                Later(concern, 3), "missforhallande", concern.Assessment?.Category ?? "bemanning-och-kontinuitet",
                concern.Assessment?.Area ?? "trygghet-sakerhet", severity, ConcernOutcome.ProposeTriggeredReview,
                ConcernPhrases.ReasonReview)
            {
                Decision = decision,
            },
        };

    private static DateTimeOffset Later(DemonstrationConcern concern, int days) => concern.At.AddDays(days);

    /// <summary>Concerns about somebody that the register does not know.</summary>
    private static IEnumerable<DemonstrationConcern> Unknown(DateOnly today) =>
    [
        About(
            today, 1, 12, DemonstrationRegister.Elder, "hemtjanst",
            "Kunden har fått besök av en utförare som inte finns med i valet. Den som kom ville ha betalt direkt.",
            "Ett företag som kallar sig Hemhjälpen Direkt"),
        About(
            today, 2, 47, DemonstrationRegister.Social, "korttidsvistelse",
            "Ett korttidsboende i en annan kommun har ändrat tiderna utan att meddela oss.",
            "Korttidsboende i grannkommunen, namnet är okänt"),
        About(
            today, 3, 5, DemonstrationRegister.Social, "ledsagarservice",
            "Ledsagaren kom från ett annat företag än det som kunden har valt.",
            "Underleverantör, kunden vet inte namnet"),
    ];

    private static DemonstrationConcern About(
        DateOnly today, int number, int daysAgo, string board, string service, string text, string provider) => new(
        $"okand-{number}", null, board, service, text,
        SwedishTime.At(today.AddDays(-daysAgo).ToDateTime(new TimeOnly(10, 15))), Occurrence.Unclear, "otrygghet",
        DemonstrationPeople.Reporter(number + 2))
        {
            UnknownProvider = provider,
        };
}
