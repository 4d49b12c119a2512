namespace Oversight.Functions.Storage;

/// <summary>
/// Uniqueness across streams: a row added before the first append. A reservation whose stream never came to be is taken over
/// after ten minutes.
/// </summary>
public sealed class Reservations
{
    /// <summary>Reserves <paramref name="value"/> for a stream; returns the stream id that already holds it, or null when it is now ours (or was).</summary>
    public Task<string?> TryReserveAsync(string scope, string value, string streamId, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The stream that holds the value, or null.</summary>
    public Task<string?> FindAsync(string scope, string value, CancellationToken cancellation) => throw new NotSupportedException();
}
