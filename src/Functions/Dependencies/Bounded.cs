using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Dependencies;

/// <summary>
/// Waits for a dependency no longer than the answer is worth. Only the waiting ends: what was begun goes on by itself,
/// so that a connection that takes long to open is open for the next who asks.
/// </summary>
public static partial class Bounded
{
    /// <summary>What a page shows beside its point, and each part of health, is waited for so long.</summary>
    public static readonly TimeSpan BesideThePoint = TimeSpan.FromSeconds(1);

    /// <summary>A request waits so long for a queue to take or show a message.</summary>
    public static readonly TimeSpan OneStep = TimeSpan.FromSeconds(2);

    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public static Task<T> AskAsync<T>(TimeSpan limit, Func<Task<T>> ask, CancellationToken cancellation) =>
        ask().WaitAsync(limit, cancellation);

    /// <summary>For what a page shows beside its point: null is shown as not known just now.</summary>
    /// <param name="what">For the log: <c>dead letters</c>.</param>
    public static async Task<T?> OrNullAsync<T>(
        string what, Func<Task<T>> ask, ILogger logger, CancellationToken cancellation)
        where T : struct
    {
        try
        {
            return await AskAsync(BesideThePoint, ask, cancellation);
        }
        catch (Exception failure) when (failure is TimeoutException or DependencyUnavailableException)
        {
            NotKnown(logger, failure, what);
            return null;
        }
    }

    [LoggerMessage(3001, LogLevel.Warning, "The page was shown without {What}: no answer in time")]
    private static partial void NotKnown(ILogger logger, Exception failure, string what);
}
