using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Oversight.Functions.Waiting;

/// <summary>
/// Wakes loops, and starts those that should be there. Each may be done twice, or be lost: the marks tell.
/// </summary>
public sealed class Wakes(LoopRows loops, LoopOptions options)
{
    /// <summary>After so many a failed loop is only shown in health.</summary>
    public const int MostRestarts = 3;

    /// <summary>
    /// Whatever has become of the instance: afterwards one runs that looks at what is marked, or health says why not.
    /// </summary>
    public async Task EnsureAsync(
        DurableTaskClient client, string streamId, string reason, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(streamId, getInputsAndOutputs: true, cancellation);
        switch (instance?.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending
                or OrchestrationRuntimeStatus.Suspended:
                if (!await TryRaiseAsync(client, streamId, reason, cancellation))
                    await StartAsync(client, streamId, cancellation);
                break;
            case OrchestrationRuntimeStatus.Failed:
                await RestartAsync(client, instance, cancellation);
                break;
            default:
                await StartAsync(client, streamId, cancellation);
                break;
        }
    }

    /// <summary>False when it has ended since it was looked at.</summary>
    private static async Task<bool> TryRaiseAsync(
        DurableTaskClient client, string streamId, string reason, CancellationToken cancellation)
    {
        try
        {
            await client.RaiseEventAsync(streamId, LoopNames.Changed, reason, cancellation);
            return true;
        }
        catch (RpcException ended) when (ended.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task StartAsync(DurableTaskClient client, string streamId, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                options.Current, new LoopState(), new StartOrchestrationOptions(streamId), cancellation);
        }
        catch (Exception exists) when (exists is InvalidOperationException
            or RpcException { StatusCode: StatusCode.AlreadyExists })
        {
            // Another one started it.
        }
    }

    private async Task RestartAsync(
        DurableTaskClient client, OrchestrationMetadata failed, CancellationToken cancellation)
    {
        var restarts = ((await loops.FindAsync(failed.InstanceId, cancellation))?.Restarts ?? 0) + 1;
        if (restarts > MostRestarts + 1)
            return;
        await loops.SaveRestartAsync(
            failed.InstanceId, restarts, failed.FailureDetails?.ErrorType ?? "unknown", cancellation);
        if (restarts > MostRestarts)
            return;
        await client.PurgeInstanceAsync(failed.InstanceId, cancellation);
        await StartAsync(client, failed.InstanceId, cancellation);
    }
}
