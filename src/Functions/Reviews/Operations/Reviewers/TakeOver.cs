using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class TakeOver : ReviewOperation<ReviewCommand.TakeOver>
{
    private static readonly WordsField Reason = Why("Varför tar du över?");

    public override OperationName Name { get; } = new("take-over", "ta-over");

    public override string Title => "Ta över som ansvarig granskare";

    public override string Summary => "Den som anropar tar över allt som var den ansvariga granskarens.";

    public override string Done => "Du är ansvarig granskare.";

    public override int Rank => 210;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool IsFor(OpenReview open) => IsForBoard(open) && open.Review.Lead?.UserId != open.User.UserId;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.TakeOver(
            texts.Add(ReviewTexts.ReviewerName, open.User.Name), texts.Add(values, Reason), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.TakenOver taken ? new Told("Ny ansvarig granskare", [], taken.Reason) : null;
}
