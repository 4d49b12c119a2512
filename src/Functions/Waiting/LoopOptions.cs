using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;

namespace Oversight.Functions.Waiting;

/// <param name="Current">The loop that is started. Others end at their next wake-up, and this one takes over.</param>
public sealed record LoopOptions(string Current, TimeSpan FirstRetry)
{
    private const string FirstRetrySetting = "Oversight:Waiting:FirstRetry";

    /// <summary>
    /// An activity whose worker was killed is failed by the engine: without a policy the whole loop would fail with it.
    /// </summary>
    public TaskOptions Retry { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 6, firstRetryInterval: FirstRetry, backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(5)));

    public static LoopOptions From(IConfiguration configuration) =>
        new(LoopNames.LoopV1, configuration.GetValue(FirstRetrySetting, TimeSpan.FromSeconds(5)));
}
