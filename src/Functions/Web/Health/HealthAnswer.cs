using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Oversight.Functions.Web.Health;

/// <summary>What <c>/api/health</c> answers: the worst state, and each part's.</summary>
public sealed record HealthAnswer(HealthState Status, IReadOnlyDictionary<string, HealthFinding> Parts)
{
    public static HealthAnswer Of(HealthReport report) => new(
        State(report.Status),
        report.Entries.OrderBy(part => part.Key, StringComparer.Ordinal).ToDictionary(
            part => part.Key,
            part => new HealthFinding(State(part.Value.Status),
                part.Value.Data.TryGetValue(HealthPart.Count, out var count) ? (int)count : null),
            StringComparer.Ordinal));

    private static HealthState State(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => HealthState.Good,
        HealthStatus.Degraded => HealthState.NeedsAttention,
        _ => HealthState.Down,
    };
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
