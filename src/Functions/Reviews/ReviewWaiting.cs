using Oversight.Functions.Waiting;
using Oversight.Reviews;
using Oversight.Waiting;

namespace Oversight.Functions.Reviews;

/// <summary>A review waits for its reviewers and for the provider.</summary>
public static class ReviewWaiting
{
    public static WaitingKind<ReviewState, ReviewCommand, ReviewEvent> Kind { get; } = new()
    {
        Stream = ReviewStream.Kind,
        Awaited = ReviewAwaiting.Of,
        CommandFor = (step, _) => step.Name == WaitingStep.PromptName
            ? new ReviewCommand.Prompt(step.What)
            : new ReviewCommand.Remind(step.What),
    };
}
