using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Oversight.Functions.Identity;
using Oversight.Functions.Waiting;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>What only a function with a durable binding sees and does.</summary>
public sealed class LoopProbe(WaitingSweep sweep)
{
    [Function("Probe_Loop")]
    [Open("A test")]
    public static async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "test/loops/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client)
    {
        var instance = await client.GetInstanceAsync(id, request.HttpContext.RequestAborted);
        return TypedResults.Text(instance is null ? "" : $"{instance.Name} {instance.RuntimeStatus}");
    }

    [Function("Probe_Sweep")]
    [Open("A test")]
    public async Task<IResult> Sweep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "test/sweeps")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        await Task.WhenAll(
            sweep.DaysAsync(client, cancellation), sweep.MinuteAsync(client, cancellation),
            sweep.DaysAsync(client, cancellation), sweep.MinuteAsync(client, cancellation));
        return TypedResults.Ok();
    }
}
