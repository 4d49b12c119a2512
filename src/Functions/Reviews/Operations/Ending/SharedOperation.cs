using Oversight.Functions.Identity;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

/// <summary>For the review's own reviewers and for the enhetschef, who have this permission in common.</summary>
internal abstract class SharedOperation<TCommand> : ReviewOperation<TCommand>
    where TCommand : ReviewCommand
{
    public override Permission Permission => Permission.ReadReviews;

    public override bool IsFor(OpenReview open) =>
        open.IsSeen && (Reviews(open) || Access.Allows(open.User, Permission.CancelReview, open.Board));

    public override Permission ActsBy(OpenReview open) =>
        Reviews(open) ? Permission.Review : Permission.CancelReview;

    private static bool Reviews(OpenReview open) =>
        open.IsReviewer && Access.Allows(open.User, Permission.Review, open.Board);
}
