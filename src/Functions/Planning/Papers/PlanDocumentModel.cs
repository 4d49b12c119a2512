using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Risk;
using Oversight.Functions.Web.Components;
using Oversight.Planning;
using Oversight.Settings;
using DocumentHead = Oversight.Documents.DocumentHead;

namespace Oversight.Functions.Planning;

/// <summary>
/// The plan as a document for the board and the public (R55): the main reasons, but no class beside a company's name,
/// no points, no small numbers, no time for unannounced visits. Those stand in an internal annex.
/// </summary>
public static class PlanDocumentModel
{
    private const int LeftOutShown = 30;
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Document Plan(PlanState state, MunicipalitySettings settings)
    {
        var (plan, content) = Of(state);
        var words = new PlanWords(settings, exact: false);
        return new Document(
            Head("Årsplan", state, settings, DocumentStatus.Established),
            $"Årsplan {plan.Year} för uppföljning av anordnare och utförare, {BoardName(plan, settings)}",
            [
                new Block.Heading(1, "Sammanfattning"),
                new Block.Paragraph(Summary(plan, content, settings)),
                .. content.Notes.Count > 0 ? (Block[])[new Block.Bullets([.. content.Notes.Select(words.Note)])] : [],
                .. LastYear(content),
                new Block.Heading(1, "Planerade granskningar"),
                content.Reviews.Count == 0
                    ? new Block.Paragraph("Inga granskningar är planerade.")
                    : Reviews(content, words, settings),
                new Block.Heading(1, "Enheter som inte granskas under perioden"),
                .. LeftOut(content),
                new Block.Heading(1, "Så följs varje anordnare upp"),
                .. PlanFollowUpBlocks.Of(content),
                new Block.Heading(1, "Hur planen är gjord"),
                new Block.Paragraph(Method(content)),
                Matrix(content, settings),
            ])
        {
            Attachments = [new DocumentAttachment("Poäng och underlag per enhet (internt arbetsmaterial)",
                (state as PlanState.Adopted)?.On ?? content.AsOf)],
            Signatories =
                [new Signatory(settings.DocumentHead(plan.Board).ProcessOwner, null, settings.UnitOf(plan.Board))],
        };
    }

    internal static (Plan Plan, PlanContent Content) Of(PlanState state) =>
        state.PlanOrNone is { } plan
            ? (plan, plan.Content)
            : throw new InvalidOperationException("A plan that is not made has no document.");

    internal static DocumentHead Head(
        string type, PlanState state, MunicipalitySettings settings, DocumentStatus whenAdopted)
    {
        var (plan, content) = Of(state);
        var adopted = state as PlanState.Adopted;
        return settings.HeadOf(
            plan.Board, type, adopted?.On ?? content.AsOf, adopted is null
                ? DocumentStatus.WorkingMaterial
                : whenAdopted, isDraft: adopted is null);
    }

    private static string Summary(Plan plan, PlanContent content, MunicipalitySettings settings)
    {
        var meeting = content.MeetingDay is { } day ? $" Den redovisas för nämnden {SwedishDates.Text(day)}." : "";
        return $"Planen gäller {SwedishDates.Text(content.PeriodFirst)}–{SwedishDates.Text(content.PeriodLast)} och "
            + "omfattar "
            + $"{content.Reviews.Count} av {BoardName(plan, settings).ToLower(Swedish)}s "
            + $"{content.Reviews.Count + content.NotChosen.Count} enheter.{meeting} "
            + $"Riskanalysen är gjord {SwedishDates.Text(content.AsOf)}.";
    }

    /// <summary>In order of name: by rank, the place in the list would tell the time of an unannounced visit.</summary>
    private static Block.Table Reviews(PlanContent content, PlanWords words, MunicipalitySettings settings) => new(
        "Granskningar under perioden",
        [new Column("Enhet"), new Column("Anordnare eller utförare"), new Column("Huvudsakliga skäl"),
            new Column("Varför vald"), new Column("Tid")],
        [
            .. PlanContents.ReviewsInOrder(content, exact: false).Select(review => (IReadOnlyList<string>)
            [
                $"{review.Unit.Name}, {settings.Codes(CodeLists.AgreementAreas).Text(review.Unit.AgreementArea)}",
                review.Unit.ProviderName, words.Reasons(review.Unit), words.Why(review.Why),
                Time(content, review, hideUnannounced: true),
            ]),
        ]);

    internal static string Time(PlanContent content, PlannedReview review, bool hideUnannounced) =>
        (review.Unannounced, hideUnannounced) switch
        {
            (true, true) => "Anges inte, oanmält besök",
            (true, false) => $"{PlanWords.Quarter(content.PeriodFirst, review.Quarter)}, oanmält besök",
            _ => PlanWords.Quarter(content.PeriodFirst, review.Quarter),
        };

    private static IEnumerable<Block> LeftOut(PlanContent content)
    {
        if (content.NotChosen.Count == 0)
        {
            yield return new Block.Paragraph("Alla nämndens enheter granskas.");
            yield break;
        }

        // Names alone: the paper is to be read at a meeting. What is behind each stands in the annex.
        foreach (var group in PlanWords.ByReason(content.NotChosen))
        {
            var named = group.Units.Take(LeftOutShown).Select(unit =>
                PlanWords.Own(unit, exact: false).Trim(' ', '.') is { Length: > 0 } own
                    ? $"{unit.Unit.Name} ({char.ToLower(own[0], Swedish)}{own[1..]})"
                    : unit.Unit.Name);
            yield return new Block.Paragraph(
                $"{group.Heading} ({group.Units.Count}). {group.Reason} Högst risk först: {string.Join(", ", named)}.");
            if (group.Units.Count > LeftOutShown)
                yield return new Block.Paragraph(
                    $"Därutöver {group.Units.Count - LeftOutShown} enheter. Varje enhets skäl finns i den interna "
                        + "bilagan.");
        }
    }

    private static IEnumerable<Block> LastYear(PlanContent content) => content.LastYear is { } last
        ?
        [
            new Block.Heading(1, $"Utfallet av årsplan {last.Year}"),
            new Block.Paragraph(
                $"{PlanWords.Summary(last)} Läget är från {SwedishDates.Text(last.AsOf)}."),
        ]
        : [];

    private static string Method(PlanContent content) =>
        "Risken bedöms för varje enhet på två axlar: hur allvarligt det som rapporteras är, och hur sannolikt det är "
        + "att något har blivit sämre. Det senaste halvårets synpunkter jämförs med vad som är vanligt för insatsen "
        + "och för enheten själv: kommer de oftare, kommer de plötsligt, är de allvarligare, har det varit så länge? "
        + "Synpunkter som bedömts som ogrundade räknas inte, obedömda väger mindre, de nyaste väger mest, och en "
        + "enskild rapportörs vikt är begränsad. Privata och kommunala enheter bedöms på samma sätt; ägarform och "
        + "avtalsform ingår inte. Produkten av de två nivåerna ger "
        + $"en av fyra riskklasser. {Choice(content)} Riskmodell: version {content.ModelVersion}.";

    private static string Choice(PlanContent content) => content.Budget is { } budget
        ? $"Planen har {budget.DaysPerQuarter.Sum().ToString(Swedish)} granskningsdagar. Först går det som är särskilt "
            + "beslutat och det som blev kvar från en tidigare plan, sedan enheter i den högsta riskklassen. Högst "
            + $"{budget.MinimumShare.ToString("P0", Swedish)} av dagarna går till avtal som inte har granskats på "
            + $"{budget.LongestYears} år, eller som är nya och inte har granskats på {budget.NewWithinMonths} månader. "
            + $"{budget.RandomShare.ToString("P0", Swedish)} av dagarna lottas mellan enheter med låg risk, så att "
            + $"ingen kan vara säker (lottat med ”{budget.Seed}”). Resten av dagarna går efter risk, högre klass före "
            + "lägre, så att dagarna inom en klass täcker så mycket risk som möjligt."
        : "Enheter med högst risk väljs först, så långt kapaciteten räcker "
            + $"({content.Capacity.Sum().ToString(Swedish)} granskningar under perioden).";

    private static Block.Matrix Matrix(PlanContent content, MunicipalitySettings settings)
    {
        var units = content.Reviews.Select(review => review.Unit).Concat(content.NotChosen.Select(unit => unit.Unit))
            .ToList();
        var classes = settings.RiskModelOn(content.AsOf);
        return new Block.Matrix(
            "Nämndens enheter i riskmatrisen (antal)", "Allvarlighetsgrad", "Sannolikhet",
            [.. Enumerable.Range(1, 4).Reverse().Select(RiskWords.Severity)],
            [.. Enumerable.Range(1, 4).Select(RiskWords.Likelihood)],
            [
                .. Enumerable.Range(1, 4).Reverse().Select(severity => (IReadOnlyList<MatrixCell>)
                [
                    .. Enumerable.Range(1, 4).Select(likelihood => new MatrixCell(
                        $"{units.Count(unit => unit.Severity == severity && unit.Likelihood == likelihood)} "
                            + $"({classes.ClassOf(severity * likelihood).Name})",
                        Shade(classes, severity * likelihood))),
                ]),
            ]);
    }

    private static Shade Shade(RiskModel model, int product) =>
        (Shade)model.Classes.Count(item => item.FromProduct <= product);

    internal static string BoardName(Plan plan, MunicipalitySettings settings) =>
        settings.Board(plan.Board)?.Name ?? plan.Board.Value;
}
