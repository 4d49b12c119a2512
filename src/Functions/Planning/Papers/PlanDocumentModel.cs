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
/// The plan as a document for the board and the public (R55): class and main reasons, no points, no small numbers, no
/// time for unannounced visits. The points stand in an internal annex.
/// </summary>
public static class PlanDocumentModel
{
    private const int LeftOutShown = 12;
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
                new Block.Heading(1, "Planerade granskningar"),
                content.Reviews.Count == 0
                    ? new Block.Paragraph("Inga granskningar är planerade.")
                    : Reviews(content, words, settings),
                new Block.Heading(1, "Enheter som inte granskas under perioden"),
                .. LeftOut(content, words),
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

    /// <summary>Rank, levels and points of every unit: arbetsmaterial that stays inside.</summary>
    public static Document Annex(PlanState state, MunicipalitySettings settings)
    {
        var (plan, content) = Of(state);
        var words = new PlanWords(settings, exact: true);
        var all = content.Reviews.Select(
            review => (review.Rank, review.Unit, Text: Time(content, review, hideUnannounced: false)))
            .Concat(content.NotChosen.Select(unit => (unit.Rank, unit.Unit, Text: PlanWords.NotChosen(unit))))
            .OrderBy(row => row.Rank);
        return new Document(
            Head("Bilaga till årsplan", state, settings, DocumentStatus.WorkingMaterial),
            $"Poäng och underlag till årsplan {plan.Year}, {BoardName(plan, settings)}",
            [
                new Block.Paragraph(
                    "Internt arbetsmaterial. Visar tider för oanmälda besök och exakta antal. Pröva sekretessen innan "
                        + "något lämnas ut."),
                new Block.Table(
                    "Alla enheter, högst risk först",
                    [
                        new Column("Plats", ColumnAlignment.End), new Column("Enhet"), new Column("Riskklass"),
                        new Column("Allvarlighet × sannolikhet"), new Column("Poäng", ColumnAlignment.End),
                        new Column("Skäl"), new Column("Planering"),
                    ],
                    [
                        .. all.Select(row => (IReadOnlyList<string>)
                        [
                            row.Rank.ToString(Swedish), row.Unit.Name, row.Unit.ClassName, $"{row.Unit.Severity} × "
                                + $"{row.Unit.Likelihood} = {row.Unit.Product}",
                            row.Unit.Points.ToString("0.00", Swedish), words.Reasons(row.Unit), row.Text,
                        ]),
                    ]),
            ]);
    }

    private static (Plan Plan, PlanContent Content) Of(PlanState state) =>
        state.PlanOrNone is { } plan
            ? (plan, plan.Content)
            : throw new InvalidOperationException("A plan that is not made has no document.");

    private static DocumentHead Head(
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
        [new Column("Enhet"), new Column("Anordnare eller utförare"), new Column("Riskklass"),
            new Column("Huvudsakliga skäl"), new Column("Tid")],
        [
            .. content.Reviews.OrderBy(review => review.Unit.Name, SwedishOrder.Comparer)
                .ThenBy(review => review.Unit.UnitId.Value, StringComparer.Ordinal)
                .Select(review => (IReadOnlyList<string>)
                [
                    $"{review.Unit.Name}, {settings.Codes(CodeLists.AgreementAreas).Text(review.Unit.AgreementArea)}",
                    review.Unit.ProviderName,
                    review.Unit.ClassName, words.Reasons(review.Unit), Time(content, review, hideUnannounced: true),
                ]),
        ]);

    private static string Time(PlanContent content, PlannedReview review, bool hideUnannounced) =>
        (review.Unannounced, hideUnannounced) switch
        {
            (true, true) => "Anges inte, oanmält besök",
            (true, false) => $"{PlanWords.Quarter(content.PeriodFirst, review.Quarter)}, oanmält besök",
            _ => PlanWords.Quarter(content.PeriodFirst, review.Quarter),
        };

    private static IEnumerable<Block> LeftOut(PlanContent content, PlanWords words)
    {
        if (content.NotChosen.Count == 0)
        {
            yield return new Block.Paragraph("Alla nämndens enheter granskas.");
            yield break;
        }

        yield return new Block.Table(
            "Enheter närmast att granskas, högst risk först",
            [new Column("Enhet"), new Column("Riskklass"), new Column("Underlag"),
                new Column("Varför den inte är med")],
            [
                .. content.NotChosen.Take(LeftOutShown).Select(unit => (IReadOnlyList<string>)
                    [unit.Unit.Name, unit.Unit.ClassName, words.Reasons(unit.Unit), PlanWords.NotChosen(unit)]),
            ]);
        var rest = content.NotChosen.Skip(LeftOutShown).GroupBy(unit => unit.Unit.ClassName)
            .Select(group => $"{group.Count()} i klassen ”{group.Key}”").ToList();
        if (rest.Count > 0)
            yield return new Block.Paragraph(
                $"Därutöver {string.Join(", ", rest)}. Varje enhets skäl finns i den interna bilagan.");
    }

    private static string Method(PlanContent content) =>
        "Risken bedöms för varje enhet på två axlar: hur allvarligt det som rapporteras är, och hur sannolikt det är "
        + "att något har blivit sämre. Det senaste halvårets synpunkter jämförs med vad som är vanligt för insatsen "
        + "och för enheten själv: kommer de oftare, kommer de plötsligt, är de allvarligare, har det varit så länge? "
        + "Synpunkter som bedömts som ogrundade räknas inte, obedömda väger mindre, de nyaste väger mest, och en "
        + "enskild rapportörs vikt är begränsad. Privata och kommunala enheter bedöms på samma sätt; ägarform och "
        + "avtalsform ingår inte. Produkten av de två nivåerna ger "
        + "en av fyra riskklasser. Enheter med högst risk väljs först, så långt kapaciteten räcker "
        + $"({content.Capacity.Sum().ToString(Swedish)} granskningar under perioden). Riskmodell: version "
        + $"{content.ModelVersion}.";

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

    private static string BoardName(Plan plan, MunicipalitySettings settings) =>
        settings.Board(plan.Board)?.Name ?? plan.Board.Value;
}
