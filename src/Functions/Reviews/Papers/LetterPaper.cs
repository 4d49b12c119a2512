using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>kommuniceringsbrev: goes with the draft of a report to the provider (R29).</summary>
public static class LetterPaper
{
    public static Id IdOf(Id review, int number) => Id.Derive("review-letter", $"{review}/{number}");

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var draft = paper.Review.Communication!;
        return paper.Keep(IdOf(paper.Id, draft.Number), "kommuniceringsbrev", ContentClass.Review, new Document(
            paper.Head("Kommuniceringsbrev", DocumentStatus.Established),
            $"Kommunicering av granskningsrapport för {paper.Unit}",
            [
                new Block.Paragraph(
                    $"{paper.BoardName} har granskat {paper.Review.Unit.Name}. Rapporten bifogas så som den är skriven "
                        + "innan den fastställs. Läs den och säg till om något i sak är fel eller saknas."),
                .. JointBlocks.Of(paper),
                new Block.Paragraph(
                    $"Synpunkterna ska ha kommit in senast {SwedishDates.Text(draft.Until!.Value)}. De återges "
                        + "ordagrant i den fastställda rapporten, med granskarnas svar."),
                new Block.Paragraph("Skriv inga uppgifter som pekar ut enskilda kunder."),
            ])
        {
            Attachments = [new DocumentAttachment("Granskningsrapport, ännu inte fastställd", paper.Day)],
            Signatories = paper.Signatories,
        });
    }
}
