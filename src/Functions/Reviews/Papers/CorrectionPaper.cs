using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>rättelse: what was corrected in a report and why, with the next version of it.</summary>
public static class CorrectionPaper
{
    public static Id IdOf(Id review, int version) => Id.Derive("review-correction", $"{review}/{version}");

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var report = paper.Review.Report!;
        var replaced = report.ReplacesOf is { } day ? $" från {SwedishDates.Text(day)}" : "";
        return paper.Keep(IdOf(paper.Id, report.Version), "rattelse", ContentClass.ReviewPaper, new Document(
            paper.Head("Rättelse", DocumentStatus.Established), $"Rättelse av granskningsrapport för {paper.Unit}",
            [
                new Block.Paragraph(
                    $"Granskningsrapportens version {report.Version - 1}{replaced} är rättad. Den ersätts av version "
                        + $"{report.Version} från {SwedishDates.Text(report.On)}."),
                new Block.Heading(1, "Vad som är rättat"),
                new Block.Paragraph(report.Corrected is null ? "Se rapporten." : paper.Text(report.Corrected)),
                new Block.Heading(1, "Skäl"),
                new Block.Paragraph(paper.Text(report.Correction)),
            ])
        {
            Attachments = [paper.ReportAttachment],
            Signatories = paper.Signatories,
        });
    }
}
