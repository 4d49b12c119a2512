using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;

namespace Oversight.LoopApp.Loop;

/// <param name="Current">The loop that is started. An application has a constant here; a test goes from one to the next.</param>
public sealed record LoopOptions(string Current, TimeSpan FirstRetry)
{
    /// <summary>An activity whose worker was killed is failed by the engine: without a policy the whole loop would fail with it.</summary>
    public TaskOptions Retry { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 6, firstRetryInterval: FirstRetry, backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    public static LoopOptions Read(IConfiguration configuration) => new(
        configuration["Loop:Current"] ?? LoopNames.LoopV1,
        TimeSpan.Parse(configuration["Loop:FirstRetry"] ?? "00:00:05", CultureInfo.InvariantCulture));
}
