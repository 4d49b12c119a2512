using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

internal sealed class ReopenReview : SharedOperation<ReviewCommand.Reopen>
{
    private static readonly WordsField Reason = Why("Varför öppnas den igen?");

    public override OperationName Name { get; } = new("reopen", "oppna-igen");

    public override string Title => "Öppna granskningen igen";

    public override string Summary => "Öppnar en genomförd granskning igen, i det läge som den hade.";

    public override string Done => "Granskningen är öppen igen.";

    public override int Rank => 250;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenReview open) =>
        base.Fits(open) && open.Review.Ending == ReviewEnding.Completed;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Reopen(texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Reopened reopened
            ? new Told("Granskningen öppnad igen", [("Läge", ReviewWords.Text(reopened.To))], reopened.Reason)
            : null;
}
