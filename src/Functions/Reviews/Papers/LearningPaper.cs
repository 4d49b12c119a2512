using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Documents;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>intern sammanfattning för lärande: short, nothing about clients, for readers who are named (R30).</summary>
public static class LearningPaper
{
    public static Id IdOf(Id review) => Id.Derive("review-learning", review.Value);

    public static DocumentDraft Of(ReviewPaper paper)
    {
        var learning = paper.Review.Learning!;
        return paper.Keep(IdOf(paper.Id), "intern-sammanfattning", ContentClass.Review, new Document(
            paper.Head("Intern sammanfattning", DocumentStatus.WorkingMaterial),
            $"Vad vi lär av granskningen av {paper.Unit}",
            [
                new Block.Heading(1, "Granskningen"),
                new Block.Paragraph(paper.Reason),
                new Block.Heading(1, "Brister"),
                Findings(paper),
                new Block.Heading(1, "Lärdomar"),
                new Block.Paragraph(paper.Text(learning.Lessons)),
                new Block.Heading(1, "Läsare"),
                new Block.Bullets(
                    [.. paper.Text(learning.Readers)
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]),
            ])
        {
            Signatories = paper.Signatories,
        });
    }

    /// <summary>By kind and severity, without the words of a finding: those may tell of clients.</summary>
    private static Block Findings(ReviewPaper paper) => paper.Review.Findings.Count == 0
        ? new Block.Paragraph("Granskningen visar inga brister.")
        : new Block.Table(
            "Brister efter slag",
            [new Column("Slag"), new Column("Allvarlighet"), new Column("Antal", ColumnAlignment.End)],
            [
                .. paper.Review.Findings.GroupBy(finding => (finding.Category, finding.Severity))
                    .OrderByDescending(group => group.Key.Severity)
                    .ThenBy(group => group.Key.Category.Value, StringComparer.Ordinal)
                    .Select(group => (IReadOnlyList<string>)
                    [
                        paper.Words.Category(group.Key.Category), ReviewWords.Severity(group.Key.Severity),
                        group.Count().ToString(CultureInfo.InvariantCulture),
                    ]),
            ]);
}
