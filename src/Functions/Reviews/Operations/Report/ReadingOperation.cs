using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Report;

/// <summary>What another reviewer than the author says of a draft.</summary>
internal abstract class ReadingOperation<TCommand> : ReviewOperation<TCommand>
    where TCommand : ReviewCommand
{
    public override bool IsFor(OpenReview open) => IsForBoard(open)
        && !open.Review.Authors.Any(author => open.User.ActsFor(author, open.Board));
}
