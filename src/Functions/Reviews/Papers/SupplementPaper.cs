using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>begäran om komplettering (R91).</summary>
public static class SupplementPaper
{
    public static Id IdOf(Id review, int number) => Id.Derive("review-supplement", $"{review}/{number}");

    public static DocumentDraft Of(ReviewPaper paper, Supplement asked) => paper.Keep(
        IdOf(paper.Id, asked.Number), "begaran-om-komplettering", ContentClass.Review, new Document(
            paper.Head("Begäran om komplettering", DocumentStatus.Established),
            $"Begäran om komplettering till {paper.Unit}",
            [
                new Block.Paragraph(
                    $"I granskningen av {paper.Review.Unit.Name} behöver {paper.BoardName} få följande."),
                new Block.Paragraph(paper.Text(asked.Asked)),
                .. JointBlocks.Of(paper),
                new Block.Paragraph(
                    $"Svara senast {SwedishDates.Text(asked.Until)}. Lämna inga uppgifter som pekar ut enskilda "
                        + "kunder."),
            ])
        {
            Signatories = paper.Signatories,
        });
}
