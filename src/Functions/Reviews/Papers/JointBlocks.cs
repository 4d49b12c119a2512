using Oversight.Documents;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Papers;

/// <summary>That a review is made together with another board, in its letters and its report.</summary>
internal static class JointBlocks
{
    /// <summary>Nothing before the other board has begun, nor after it has broken off.</summary>
    public static IEnumerable<Block> Of(ReviewPaper paper)
    {
        if (paper.Review.Twin is { IsTogether: true } twin)
            yield return new Block.Paragraph(
                $"Granskningen är gemensam med {paper.Words.Board(twin.Board)}{Number(twin)}. "
                    + "Varje nämnd skriver en egen rapport och fattar egna beslut.");
    }

    /// <summary>A report also says that the other board broke off.</summary>
    public static IEnumerable<Block> InReport(ReviewPaper paper) =>
        paper.Review.Twin is { Standing: TwinStanding.Cancelled } twin
            ? [new Block.Paragraph(
                $"Granskningen var tänkt att göras gemensamt med {paper.Words.Board(twin.Board)}, som avbröt sin del.")]
            : Of(paper);

    private static string Number(ReviewTwin twin) =>
        twin.CaseNumber is { } number ? $" (diarienummer {number})" : "";
}
