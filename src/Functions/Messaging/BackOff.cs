namespace Oversight.Functions.Messaging;

/// <summary>
/// How long a message waits for a dependency: doubling from ten seconds to a quarter of an hour, for about a day.
/// </summary>
public static class BackOff
{
    /// <summary>After so many attempts an outage is no longer one: the message is put aside.</summary>
    public const int MaxAttempts = 100;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="attempt">How many attempts have failed, from 1.</param>
    /// <returns>The wait before the next; null when there is to be none.</returns>
    public static TimeSpan? After(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        if (attempt >= MaxAttempts)
            return null;
        var doubled = First * Math.Pow(2, Math.Min(attempt - 1, 10));
        return doubled < Longest ? doubled : Longest;
    }
}
