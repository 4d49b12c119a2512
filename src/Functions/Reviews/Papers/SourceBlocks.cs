using Oversight.Documents;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>
/// What the review builds on, as its documents list it (R35, R36). What was noted about it is not there.
/// </summary>
internal static class SourceBlocks
{
    public static IEnumerable<Block> Of(ReviewPaper paper)
    {
        var sources = paper.Review.SourcesInUse.ToList();
        if (sources.Count == 0)
            yield break;
        yield return new Block.Heading(1, "Underlag");
        yield return new Block.Table(
            "Underlag, källa och datum",
            [new Column("Slag"), new Column("Underlag"), new Column("Källa"), new Column("Datum")],
            [
                .. sources.Select(source => (IReadOnlyList<string>)
                [
                    paper.Words.SourceKind(source.Kind), paper.Text(source.What), paper.Text(source.Origin),
                    SwedishDates.Text(source.From),
                ]),
            ]);
    }
}
