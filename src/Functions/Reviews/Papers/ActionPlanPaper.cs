using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>åtgärdsplan, as it was approved (R92-R94).</summary>
public static class ActionPlanPaper
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Id IdOf(Id review) => Id.Derive("review-action-plan", review.Value);

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var plan = paper.Review.Plan!;
        return paper.Keep(IdOf(paper.Id), "atgardsplan", ContentClass.ReviewPaper, new Document(
            paper.Head("Åtgärdsplan", DocumentStatus.Established), $"Åtgärdsplan för {paper.Unit}",
            [
                new Block.Paragraph(
                    $"Åtgärdsplanen är godkänd {SwedishDates.Text(plan.ApprovedOn!.Value)}. "
                        + paper.Text(plan.Assessment)),
                .. FinalDate(paper),
                new Block.Table(
                    "Åtgärder per brist",
                    [new Column("Brist", ColumnAlignment.End), new Column("Åtgärd"), new Column("Ansvarig"),
                        new Column("Klar senast")],
                    [
                        .. plan.Measures.OrderBy(measure => measure.Finding).ThenBy(measure => measure.Number)
                            .Select(measure => (IReadOnlyList<string>)
                            [
                                ReviewWords.Count(measure.Finding), paper.Text(measure.What),
                                paper.Text(measure.Responsible), SwedishDates.Text(measure.Due),
                            ]),
                    ]),
            ])
        {
            Signatories = paper.Signatories,
        });
    }

    /// <summary>One last day for all findings (R82), and the month of the follow-up before it (R107).</summary>
    private static IEnumerable<Block> FinalDate(ReviewPaper paper)
    {
        if (paper.Review.FinalDate is { IsOver: false } final)
            yield return new Block.Paragraph(
                $"Alla brister ska vara åtgärdade senast {SwedishDates.Text(final.Day)}. De följs upp i "
                    + $"{final.FollowUpOn.ToString("MMMM yyyy", Swedish)}, {SwedishDates.Text(final.FollowUpOn)}, och "
                    + $"kontrolleras efter den sista dagen, {SwedishDates.Text(final.CheckOn)}.");
    }
}
