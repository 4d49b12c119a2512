using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Accounts;

/// <summary>redovisning av granskningar: what came of every review of a period, unit by unit (R28).</summary>
public static class AccountPaper
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Document Of(
        BoardId board, AccountPeriod period, IReadOnlyList<ReviewRow> rows, Signatory signatory,
        MunicipalitySettings settings, DateOnly today)
    {
        var name = settings.Board(board)?.Name ?? board.Value;
        return new Document(
            settings.HeadOf(board, "Redovisning av granskningar", today, DocumentStatus.Established, isDraft: false),
            $"Granskningar {SwedishDates.Text(period.From)}–{SwedishDates.Text(period.To)}",
            [
                new Block.Heading(1, "Sammanfattning"),
                new Block.Paragraph(Summary(name, rows)),
                new Block.Heading(1, "Granskning per enhet"),
                new Block.Table(
                    "Anledning, resultat, brister och åtgärdsplan",
                    [
                        new Column("Enhet"), new Column("Anledning"), new Column("Rapport"),
                        new Column("Brister efter allvarlighet"), new Column("Åtgärdsplan"),
                    ],
                    [.. rows.Select(row => Row(row, settings))]),
                new Block.Heading(1, "Brister i alla granskningar"),
                Severities(rows),
            ])
        {
            Attachments =
            [
                .. rows.Select(row => new DocumentAttachment(
                    $"Granskningsrapport för {row.Unit.Name}, version {row.Reported!.Version.ToString(Swedish)}",
                    row.Reported.On)),
            ],
            Signatories = [signatory],
        };
    }

    private static string Summary(string board, IReadOnlyList<ReviewRow> rows)
    {
        var clean = rows.Count(row => row.Reported!.Findings.Count == 0);
        var open = rows.Count(row => row.Reported!.Findings.Any(finding => finding.IsOpen));
        var what = rows.Count == 1 ? "en granskning" : string.Create(Swedish, $"{rows.Count} granskningar");
        return $"{board} har under perioden fastställt rapporten för {what}. "
            + string.Create(Swedish,
                $"Utan brister: {Number(clean)}. Med brister: {Number(rows.Count - clean)}. Med brister som inte är "
                    + $"åtgärdade: {Number(open)}. ")
            + "Redovisningen omfattar alla granskningar med en fastställd rapport, oavsett om de har lett till någon "
            + "påföljd.";
    }

    private static string Number(int count) => count == 0 ? "ingen" : count.ToString(Swedish);

    private static IReadOnlyList<string> Row(ReviewRow row, MunicipalitySettings settings)
    {
        var report = row.Reported!;
        return
        [
            $"{row.Unit.Name}\n{row.Unit.ProviderName}", Reason(row, settings),
            report.Version > 1 ? $"{SwedishDates.Text(report.On)}, rättad" : SwedishDates.Text(report.On),
            Result(report), Plan(row, report),
        ];
    }

    private static string Reason(ReviewRow row, MunicipalitySettings settings)
    {
        var planned = row.PlanYear is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"Planerad, årsplan {year}")
            : "Påkallad";
        return row.Concerns.Count == 0
            ? planned
            : $"{planned}, {ReviewWords.Few(row.Concerns.Count, settings.Limits)} synpunkter";
    }

    private static string Result(ReportedReview report) => report.Findings.Count == 0
        ? "Inga brister"
        : string.Join("\n",
        [
            .. report.Findings.CountBy(finding => finding.Severity).OrderByDescending(pair => pair.Key)
                .Select(pair => $"{ReviewWords.SeverityOfMany(pair.Key)}: {pair.Value.ToString(Swedish)}"),
            report.Findings.Count(finding => finding.IsOpen) is var open and > 0
                ? string.Create(Swedish, $"{open} av {report.Findings.Count} kvarstår") : "Alla är åtgärdade",
        ]);

    private static string Plan(ReviewRow row, ReportedReview report) => report switch
    {
        { PlanApprovedOn: { } day } => $"Godkänd {SwedishDates.Text(day)}",
        { PlanAsked: true } when row.Status == ReviewStatus.AwaitingPlan => "Begärd",
        _ => report.Findings.Any(finding => finding.IsOpen) ? "Inte begärd" : "Behövs inte",
    };

    private static Block Severities(IReadOnlyList<ReviewRow> rows)
    {
        var all = rows.SelectMany(row => row.Reported!.Findings).ToList();
        return all.Count == 0
            ? new Block.Paragraph("Inga brister.")
            : new Block.Table(
                "Antal brister efter allvarlighet",
                [new Column("Allvarlighet"), new Column("Brister", ColumnAlignment.End),
                    new Column("Kvarstår", ColumnAlignment.End)],
                [
                    .. Enumerable.Range(1, ReviewWords.HighestSeverity).Reverse()
                        .Select(severity => (IReadOnlyList<string>)
                        [
                            ReviewWords.Severity(severity),
                            all.Count(finding => finding.Severity == severity).ToString(Swedish),
                            all.Count(finding => finding.Severity == severity && finding.IsOpen).ToString(Swedish),
                        ]),
                ]);
    }
}
