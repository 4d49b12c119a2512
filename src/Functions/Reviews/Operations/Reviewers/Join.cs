using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Reviewers;

internal sealed class Join : ReviewOperation<ReviewCommand.Join>
{
    public override OperationName Name { get; } = new("join", "bli-medgranskare");

    public override string Title => "Bli medgranskare";

    public override string Summary => "Den som anropar blir medgranskare.";

    public override string Done => "Du är medgranskare.";

    public override int Rank => 20;

    public override bool IsFor(OpenReview open) => IsForBoard(open) && !open.IsReviewer;

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Join(texts.Add(ReviewTexts.ReviewerName, open.User.Name)));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Joined ? new Told("En medgranskare tillkom", []) : null;
}
