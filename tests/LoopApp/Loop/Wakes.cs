using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Oversight.LoopApp.Loop;

/// <summary>Wakes loops, and starts those that should be there. Each may be done twice, or be lost: the marks tell.</summary>
public static class Wakes
{
    public const int MostRestarts = 3;

    /// <summary>Quick and without promise. Nobody waits for more: what is lost here is found by its mark.</summary>
    public static Task RaiseAsync(DurableTaskClient client, string id, string reason, CancellationToken cancellation) =>
        client.RaiseEventAsync(id, LoopNames.Changed, reason, cancellation);

    public static async Task StartAsync(DurableTaskClient client, string loop, string id, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(loop, new LoopState(), new StartOrchestrationOptions(id), cancellation);
        }
        catch (Exception exists) when (exists is InvalidOperationException or RpcException { StatusCode: StatusCode.AlreadyExists })
        {
            // Another one started it.
        }
    }

    /// <summary>Whatever has become of the instance: afterwards one runs that looks at what is marked, or health says why not.</summary>
    public static async Task EnsureAsync(DurableTaskClient client, LoopRows loops, string loop, string id, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation);
        switch (instance?.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended:
                await RaiseAsync(client, id, "unseen", cancellation);
                break;
            case OrchestrationRuntimeStatus.Failed:
                await RestartAsync(client, loops, loop, instance, cancellation);
                break;
            default:
                await StartAsync(client, loop, id, cancellation);
                break;
        }
    }

    private static async Task RestartAsync(
        DurableTaskClient client, LoopRows loops, string loop, OrchestrationMetadata failed, CancellationToken cancellation)
    {
        var id = failed.InstanceId;
        var restarts = ((await loops.FindAsync(id, cancellation))?.Restarts ?? 0) + 1;
        if (restarts > MostRestarts + 1)
            return;
        await loops.SaveRestartAsync(id, restarts, failed.FailureDetails?.ErrorMessage ?? "unknown", cancellation);
        if (restarts > MostRestarts)
            return;
        await client.PurgeInstanceAsync(id, cancellation);
        await StartAsync(client, loop, id, cancellation);
    }
}
