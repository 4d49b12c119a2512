namespace Oversight.Functions.Reviews;

/// <summary>What another part of the house has to tell on a review's page.</summary>
public interface IReviewSection
{
    /// <summary>Null when there is nothing of it, or not for this person.</summary>
    Task<ReviewSection?> ReadAsync(OpenReview open, CancellationToken cancellation);
}

/// <param name="Component">Draws it.</param>
/// <param name="Parameters">The component's own.</param>
public sealed record ReviewSection(Type Component, IDictionary<string, object> Parameters);
