using Oversight.Waiting;

namespace Oversight.Reviews;

public abstract partial record ReviewCommand
{
    /// <summary>Reminds the provider, some days before its last day. By the system.</summary>
    /// <param name="What">Of <see cref="ReviewAwaiting"/>.</param>
    public sealed record Prompt(string What) : ReviewCommand
    {
        internal override Decision<ReviewEvent> Decide(ReviewState state, CommandContext context) =>
            ReviewAwaiting.Of(state).Due(context.Today)
                .Any(step => step.What == What && step.Name == WaitingStep.PromptName)
                ? new ReviewEvent.Prompted(context.Today, What)
                : Decision.Accept<ReviewEvent>();
    }
}

public abstract partial record ReviewEvent
{
    public sealed record Prompted(DateOnly On, string What) : ToOpened(On)
    {
        internal override Review Change(Review review) =>
            review with { Prompts = [.. review.Prompts.Where(prompt => prompt.What != What)] };
    }
}
