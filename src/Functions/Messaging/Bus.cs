using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Messaging;

/// <summary>
/// Calls to Service Bus from a request: when it does not answer, the caller hears so within a few seconds (503).
/// </summary>
internal static class Bus
{
    /// <exception cref="DependencyUnavailableException">Whether it was done is not known.</exception>
    public static Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation) =>
        AskAsync(Bounded.OneStep, ask, cancellation);

    /// <param name="limit">For work of several steps, once the first has been answered.</param>
    /// <exception cref="DependencyUnavailableException">Whether it was done is not known.</exception>
    public static async Task<T> AskAsync<T>(TimeSpan limit, Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await Bounded.AskAsync(limit, ask, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && TransientFailure.Is(failure))
        {
            throw new DependencyUnavailableException(Dependency.Messages, failure);
        }
    }
}
