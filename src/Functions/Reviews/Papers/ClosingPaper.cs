using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>avslutsbrev to the provider: the review has ended, and how.</summary>
public static class ClosingPaper
{
    public static Id IdOf(Id review, int number) => Id.Derive("review-closing", $"{review}/{number}");

    public static DocumentDraft Of(ReviewPaper paper, TextReference result) => paper.Keep(
        IdOf(paper.Id, paper.Review.Closings), "avslutsbrev", ContentClass.ReviewPaper, new Document(
            paper.Head("Avslutsbrev", DocumentStatus.Established), $"Granskningen av {paper.Unit} är avslutad",
            [
                new Block.Paragraph(
                    $"{paper.BoardName} har avslutat granskningen av {paper.Review.Unit.Name} "
                        + $"{SwedishDates.Text(paper.Day)}. {paper.Text(result)}"),
                .. JointBlocks.Of(paper),
                .. Findings(paper),
                .. FollowUps(paper),
            ])
        {
            Attachments = [paper.ReportAttachment],
            Signatories = paper.Signatories,
        });

    private static IEnumerable<Block> Findings(ReviewPaper paper)
    {
        if (paper.Review.Findings.Count == 0)
            yield return new Block.Paragraph("Granskningen visade inga brister.");
        else
            yield return new Block.Table(
                "Så slutade varje brist",
                [new Column("Brist", ColumnAlignment.End), new Column("Vad som bröt mot kravet"), new Column("Läge")],
                [
                    .. paper.Review.ByGravity.Select(finding => (IReadOnlyList<string>)
                    [
                        ReviewWords.Count(finding.Number), paper.Text(finding.Text), ReviewWords.Text(finding.Status),
                    ]),
                ]);
    }

    private static IEnumerable<Block> FollowUps(ReviewPaper paper)
    {
        if (paper.Review.FollowUps.Count > 0)
            yield return new Block.Bullets(
            [
                .. paper.Review.FollowUps.Select(made =>
                    $"{ReviewWords.Text(made.Kind)}: {SwedishDates.Text(made.On)}"),
            ]);
        if (paper.Review.Successor is not null)
            yield return new Block.Paragraph("Det som kvarstår granskas i en ny granskning.");
    }
}
