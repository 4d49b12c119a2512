using Oversight.Functions.Waiting;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews;

/// <summary>A review waits for its reviewers and for the provider.</summary>
public static class ReviewWaiting
{
    public static WaitingKind<ReviewState, ReviewCommand, ReviewEvent> Kind { get; } = new()
    {
        Stream = ReviewStream.Kind,
        Awaited = ReviewAwaiting.Of,
        CommandFor = (step, _) => new ReviewCommand.Remind(step.What),
    };
}
