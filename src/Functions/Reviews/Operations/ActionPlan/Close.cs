using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.ActionPlan;

internal sealed class CloseReview : ReviewOperation<ReviewCommand.Close>
{
    private static readonly WordsField Reason = Why("Vad blev resultatet?");

    public override OperationName Name { get; } = new("close", "avsluta");

    public override string Title => "Avsluta granskningen";

    public override string Summary => "Avslutar en granskning där inget återstår att åtgärda.";

    public override string Done => "Granskningen är avslutad.";

    public override int Rank => 180;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && !open.Review.Findings.Any(finding => finding.IsOpen);

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Close(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Closed { Ending: ReviewEnding.Completed } closed
            ? new Told("Granskningen avslutad", [], closed.Reason)
            : null;
}
