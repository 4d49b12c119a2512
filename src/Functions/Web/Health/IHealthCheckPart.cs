namespace Oversight.Functions.Web.Health;

/// <summary>One thing the application cannot do without. Says how it is, never where it is or how it is reached.</summary>
public interface IHealthCheckPart
{
    /// <summary>A key in the answer: <c>tables</c>, <c>blobs</c>, <c>messages</c>, <c>oldMarks</c>, <c>deadLetters</c>.</summary>
    string Name { get; }

    /// <summary>An exception counts as <see cref="HealthState.Down"/>.</summary>
    Task<HealthFinding> CheckAsync(CancellationToken cancellation);
}

/// <param name="Count">How many (messages, marks), where that says something.</param>
public sealed record HealthFinding(HealthState State, int? Count = null);

public enum HealthState
{
    Good,

    /// <summary>Works, but somebody should look: dead letters, old marks.</summary>
    NeedsAttention,

    /// <summary>Does not work: the answer becomes 503.</summary>
    Down,
}
