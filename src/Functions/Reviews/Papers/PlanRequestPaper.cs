using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>begäran om åtgärdsplan, and the same again when a plan goes back (R92, R94).</summary>
public static class PlanRequestPaper
{
    public static Id IdOf(Id review, int round) => Id.Derive("review-plan-request", $"{review}/{round}");

    /// <param name="missing">Why the plan before it went back; null for the first.</param>
    public static DocumentDraft Of(ReviewPaper paper, TextReference? missing)
    {
        var plan = paper.Review.Plan!;
        return paper.Keep(IdOf(paper.Id, plan.Round), "begaran-om-atgardsplan", ContentClass.Review, new Document(
            paper.Head("Begäran om åtgärdsplan", DocumentStatus.Established),
            $"Begäran om åtgärdsplan till {paper.Unit}",
            [
                new Block.Paragraph(
                    $"Granskningen av {paper.Review.Unit.Name} visar brister. {paper.BoardName} begär en åtgärdsplan "
                        + $"senast {SwedishDates.Text(plan.Until)}."),
                .. missing is null
                    ? []
                    : (Block[])[new Block.Paragraph($"Den förra åtgärdsplanen är återlämnad. {paper.Text(missing)}")],
                .. JointBlocks.Of(paper),
                new Block.Paragraph(
                    "För varje brist ska planen ange konkreta åtgärder, vem som ansvarar och när åtgärden är klar."),
                new Block.Table(
                    "Brister som ska åtgärdas",
                    [new Column("Brist", ColumnAlignment.End), new Column("Vad som brister"), new Column("Krav")],
                    [
                        .. paper.Review.ByGravity.Where(finding => finding.IsOpen)
                            .Select(finding => (IReadOnlyList<string>)
                                [ReviewWords.Count(finding.Number), paper.Text(finding.Text),
                                    paper.Words.Requirement(finding.Requirement)]),
                    ]),
            ])
        {
            Attachments = [paper.ReportAttachment],
            Signatories = paper.Signatories,
        });
    }
}
