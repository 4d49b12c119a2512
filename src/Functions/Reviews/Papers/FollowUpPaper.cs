using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>uppföljningsrapport: finding by finding what has become of it (R70, R106).</summary>
public static class FollowUpPaper
{
    public static Id IdOf(Id review, int number) => Id.Derive("review-follow-up", $"{review}/{number}");

    public static DocumentDraft Of(ReviewPaper paper, FollowUp made) => paper.Keep(
        IdOf(paper.Id, made.Number), "uppfoljningsrapport", ContentClass.ReviewPaper, new Document(
            paper.Head("Uppföljningsrapport", DocumentStatus.Established), $"Uppföljning av {paper.Unit}",
            [
                new Block.Heading(1, "Samlad bedömning"),
                new Block.Paragraph(paper.Text(made.Result)),
                new Block.Heading(1, "Uppföljningen"),
                new Block.Paragraph(
                    $"{ReviewWords.Text(made.Kind)} gjordes {SwedishDates.Text(made.On)}. Metod: "
                        + $"{paper.Words.Methods([made.Method])}. Sista dag för att åtgärda bristerna: "
                        + $"{SwedishDates.Text(made.FinalDate)}."),
                .. JointBlocks.Of(paper),
                new Block.Heading(1, "Brist för brist"),
                Findings(paper, made),
                new Block.Heading(1, "Det som kvarstår"),
                .. Remaining(paper),
            ])
        {
            Attachments = [paper.ReportAttachment],
            Signatories = paper.Signatories,
        });

    private static Block Findings(ReviewPaper paper, FollowUp made) => made.Findings.Count == 0
        ? new Block.Paragraph("Alla brister var redan åtgärdade eller inaktuella.")
        : new Block.Table(
            "Läget för varje brist",
            [new Column("Brist", ColumnAlignment.End), new Column("Vad som bröt mot kravet"), new Column("Läge före"),
                new Column("Läge nu"), new Column("Vad som visar det"), new Column("Räcker det?")],
            [
                .. made.Findings.OrderBy(followed => followed.Finding).Select(followed => (IReadOnlyList<string>)
                [
                    ReviewWords.Count(followed.Finding),
                    paper.Text(paper.Review.FindingOf(followed.Finding)?.Text),
                    ReviewWords.Text(followed.Before), ReviewWords.Text(followed.Now),
                    paper.Text(followed.Evidence), followed.IsEnough ? "Ja" : "Nej",
                ]),
            ]);

    private static IEnumerable<Block> Remaining(ReviewPaper paper)
    {
        var open = paper.Review.ByGravity.Where(finding => finding.IsOpen).ToList();
        if (open.Count == 0)
        {
            yield return new Block.Paragraph("Inget kvarstår.");
            yield break;
        }

        yield return new Block.Bullets(
        [
            .. open.Select(finding =>
                $"Brist {ReviewWords.Count(finding.Number)}: {paper.Words.Category(finding.Category)}, "
                    + $"{ReviewWords.Text(finding.Status).ToLowerInvariant()}"),
        ]);
        yield return new Block.Paragraph(paper.Review.FinalDate is { IsOver: false } final
            ? $"Bristerna ska vara åtgärdade senast {SwedishDates.Text(final.Day)}. De kontrolleras "
                + $"{SwedishDates.Text(final.CheckOn)}."
            : "Den sista dagen har passerat. En ny granskning inom "
                + $"{ReviewWords.Count(paper.Rules.SuccessorMonths)} månader föreslås.");
    }
}
