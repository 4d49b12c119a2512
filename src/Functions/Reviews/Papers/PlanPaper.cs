using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>granskningsplan: what is looked at, how and why (R33, R34).</summary>
public static class PlanPaper
{
    public static Id IdOf(Id review) => Id.Derive("review-plan", review.Value);

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var scope = paper.Review.Scope!;
        var visit = (scope.VisitOn, scope.Announced) switch
        {
            ({ } day, true) => $"Besöket är planerat till {SwedishDates.Text(day)} och aviseras.",
            ({ } day, false) => $"Besöket är planerat till {SwedishDates.Text(day)} och aviseras inte.",
            _ => "Inget besök är planerat.",
        };
        return paper.Keep(IdOf(paper.Id), "granskningsplan", ContentClass.Review, new Document(
            paper.Head("Granskningsplan", DocumentStatus.WorkingMaterial), $"Granskningsplan för {paper.Unit}",
            [
                new Block.Heading(1, "Anledning"),
                new Block.Paragraph(paper.Reason),
                .. JointBlocks.Of(paper),
                new Block.Heading(1, "Omfattning och metod"),
                new Block.Paragraph(paper.Text(scope.Why)),
                new Block.Paragraph($"Metoder: {paper.Words.Methods(scope.Methods)}. {visit}"),
                .. paper.Rules.RoutineOf(paper.Review.Unit.Board) is { } routine
                    ? [new Block.Paragraph($"Granskningen följer {routine.Name}.")]
                    : Array.Empty<Block>(),
                .. MedicalBlocks.Planned(paper),
                .. SourceBlocks.Of(paper),
                new Block.Heading(1, "Krav som granskas"),
                new Block.Table(
                    "Krav, kvalitetsområde och källa",
                    [new Column("Krav"), new Column("Kvalitetsområde"), new Column("Källa")],
                    [
                        .. scope.Requirements.Select(id => (IReadOnlyList<string>)
                            [paper.Words.Requirement(id), paper.Words.Area(id), paper.Words.RequirementSource(id)]),
                    ]),
            ])
        {
            Signatories = paper.Participants,
        });
    }
}
