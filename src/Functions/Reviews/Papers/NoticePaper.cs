using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>aviseringsbrev: tells the provider of a visit beforehand (R37).</summary>
public static class NoticePaper
{
    public static Id IdOf(Id review, int number) => Id.Derive("review-notice", $"{review}/{number}");

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var (notice, unit) = (paper.Review.Notice!, paper.Review.Unit.Name);
        var time = notice.Time is null ? "" : $" {paper.Text(notice.Time)}";
        return paper.Keep(IdOf(paper.Id, notice.Number), "aviseringsbrev", ContentClass.Review, new Document(
            paper.Head("Aviseringsbrev", DocumentStatus.Established), $"Granskningsbesök hos {paper.Unit}",
            [
                .. notice.Number > 1
                    ? (Block[])[new Block.Paragraph("Brevet ersätter den tidigare aviseringen av besöket.")]
                    : [],
                new Block.Heading(1, "När"),
                new Block.Paragraph($"{paper.BoardName} besöker {unit} {SwedishDates.Text(notice.VisitOn)}{time}."),
                new Block.Heading(1, "Vad besöket gäller"),
                new Block.Paragraph($"{Reason(paper)} Metoder: {paper.Words.Methods(paper.Review.Scope!.Methods)}."),
                .. JointBlocks.Of(paper),
                new Block.Table(
                    "Krav som granskas", [new Column("Krav"), new Column("Källa")],
                    [
                        .. paper.Review.Scope.Requirements.Select(id => (IReadOnlyList<string>)
                            [paper.Words.Requirement(id), paper.Words.RequirementSource(id)]),
                    ]),
                new Block.Heading(1, "Vilka vi vill träffa"),
                new Block.Paragraph(paper.Text(notice.Meet)),
                new Block.Heading(1, "Vad som ska finnas framme"),
                new Block.Paragraph(paper.Text(notice.Prepare)),
                new Block.Heading(1, "Era och kundernas rättigheter"),
                new Block.Bullets(
                    "Det är frivilligt för kunder, närstående och medarbetare att tala med granskarna.",
                    "Den som samtalar med granskarna nämns inte vid namn i rapporten.",
                    "Ni får läsa det som granskarna har skrivit och lämna synpunkter innan rapporten fastställs.",
                    "Rapporten blir en allmän handling. Uppgifter om enskildas personliga förhållanden skyddas av "
                        + "sekretess."),
                new Block.Paragraph("Hör av er till granskarna så snart som möjligt om tiden inte fungerar."),
            ])
        {
            Signatories = paper.Signatories,
        });
    }

    /// <summary>How many have told of something is not for the provider to know before the visit.</summary>
    private static string Reason(ReviewPaper paper) => paper.Review.Origin.Kind == ReviewKind.Triggered
        ? $"Granskningen är påkallad. Beslutet fattades {SwedishDates.Text(paper.Review.Origin.NotBefore)}."
        : paper.Reason;
}
