using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>
/// besöksprotokoll: who was there, what was looked at and how it was judged (R37, R40, R99). Established once every
/// requirement is judged.
/// </summary>
public static class ProtocolPaper
{
    public static Id IdOf(Id review) => Id.Derive("review-visit", review.Value);

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var (visit, scope) = (paper.Review.Visit!, paper.Review.Scope!);
        // A status never goes back: once a report has been drafted, what is changed in the protocol is a new version of
        // it.
        var status = paper.Review.Drafted > 0 ? DocumentStatus.Established : DocumentStatus.WorkingMaterial;
        return paper.Keep(IdOf(paper.Id), "besoksprotokoll", ContentClass.Review, new Document(
            paper.Head("Besöksprotokoll", status),
            $"Granskningsbesök hos {paper.Unit} den {SwedishDates.Text(visit.On)}",
            [
                new Block.Heading(1, "Besöket"),
                new Block.Bullets(
                    $"Dag: {SwedishDates.Text(visit.On)}", $"Deltagare: {paper.Text(visit.Participants)}",
                    $"Metoder: {paper.Words.Methods(scope.Methods)}",
                    scope.Announced ? "Besöket var aviserat." : "Besöket var inte aviserat.",
                    $"Samtal: {ReviewWords.Text(paper.Review.Interviews) ?? "inga"}"),
                .. MedicalBlocks.Done(paper),
                new Block.Heading(1, "Vad som framkom"),
                new Block.Paragraph(paper.Text(visit.Notes)),
                new Block.Heading(1, "Vad som granskades"),
                ReportPaper.Judgements(paper),
            ])
        {
            Signatories = paper.Participants,
        });
    }
}
