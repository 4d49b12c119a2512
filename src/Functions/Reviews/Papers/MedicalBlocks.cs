using Oversight.Documents;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>Who takes part for what hälso- och sjukvårdslagen asks (R13), as the documents say it.</summary>
internal static class MedicalBlocks
{
    private const string Subject = "Krav enligt hälso- och sjukvårdslagen";

    /// <summary>Before the visit: who is to take part, or that somebody is.</summary>
    public static IEnumerable<Block> Planned(ReviewPaper paper) => Names(paper) is { Length: > 0 } names
        ? [new Block.Paragraph($"{Subject} granskas tillsammans med {names}.")]
        : Needed(paper)
            ? [new Block.Paragraph($"{Subject} granskas tillsammans med MAS eller MAR, som ännu inte är utsedd.")]
            : [];

    public static IEnumerable<Block> Done(ReviewPaper paper) => Names(paper) is { Length: > 0 } names
        ? [new Block.Paragraph($"{Subject} är granskade tillsammans med {names}.")]
        : [];

    private static string Names(ReviewPaper paper) => paper.Review.Medical is { } named
        ? string.Join(" och ", ReviewWords.Medical(named).Select(one =>
            $"{char.ToLowerInvariant(one.Title[0])}{one.Title[1..]} {paper.Text(one.Name)}"))
        : "";

    private static bool Needed(ReviewPaper paper) =>
        ReviewSetup.Of(paper.Settings, paper.Review.StartedOn ?? paper.Day).NeedsMedical(paper.Review);
}
