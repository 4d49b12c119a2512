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
            paper.Head("Följebrev", DocumentStatus.Established), $"Utkast till granskningsrapport för {paper.Unit}",
            [
                new Block.Paragraph(
                    $"{paper.BoardName} har granskat {paper.Review.Unit.Name}. Utkastet till rapport bifogas. Läs det och säg till om något i sak är fel eller saknas."),
                new Block.Paragraph(
                    $"Synpunkterna ska ha kommit in senast {SwedishDates.Text(draft.Until!.Value)}. De återges ordagrant i rapporten, med granskarnas svar."),
                new Block.Paragraph("Skriv inga uppgifter som pekar ut enskilda kunder."),
            ])
        {
            Attachments = ["Utkast till granskningsrapport"],
            Signatories = paper.Signatories,
        });
    }
}
