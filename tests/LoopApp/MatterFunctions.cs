using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Oversight.LoopApp.Loop;
using Oversight.LoopApp.Matters;

namespace Oversight.LoopApp;

/// <summary>What a test does to a matter, and what it sees of it.</summary>
public sealed class MatterFunctions(
    MatterCommands commands, MatterStore store, WaitingView waiting, UnseenMarks unseen, LoopRows loops, Sweeps sweeps, LoopOptions options)
{
    [Function("Matter_Open")]
    public async Task<IActionResult> Open(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "matters/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client)
    {
        var opened = (await request.ReadFromJsonAsync<MatterEvent.Opened>())!;
        var news = await commands.IssueAsync(id, opened, "open", request.HttpContext.RequestAborted);
        if (news && Wakes(request))
            await Loop.Wakes.StartAsync(client, options.Current, id, request.HttpContext.RequestAborted);
        return new NoContentResult();
    }

    /// <summary>answer (with a party), note, mend, close.</summary>
    [Function("Matter_Change")]
    public async Task<IActionResult> Change(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "matters/{id}/{what:regex(^(answer|note|mend|close)$)}")]
        HttpRequest request,
        string id,
        string what,
        [DurableClient] DurableTaskClient client)
    {
        MatterEvent happened = what switch
        {
            "answer" => new MatterEvent.Answered(request.Query["party"].ToString()),
            "note" => new MatterEvent.Noted(),
            "mend" => new MatterEvent.Mended(),
            _ => new MatterEvent.Closed(),
        };
        var command = request.Query["command"].ToString() is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
        var news = await commands.IssueAsync(id, happened, command, request.HttpContext.RequestAborted);
        if (news && Wakes(request))
            await Loop.Wakes.RaiseAsync(client, id, what, request.HttpContext.RequestAborted);
        return new OkObjectResult(new { woken = news });
    }

    [Function("Matter_Show")]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "matters/{id}")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await store.FindAsync(id, cancellation) is not var (matter, version, _))
            return new NotFoundResult();
        var instance = await client.GetInstanceAsync(id, cancellation);
        return new OkObjectResult(new
        {
            version,
            matter.Done,
            matter.IsClosed,
            Events = (await store.EventsAsync(id, cancellation)).Select(Text),
            Waiting = await waiting.FindAsync(id, cancellation),
            Unseen = await unseen.HasAsync(id, cancellation),
            Loop = await loops.FindAsync(id, cancellation),
            Instance = instance is null ? null : new { instance.Name, Status = instance.RuntimeStatus.ToString() },
        });
    }

    [Function("Sweep_Now")]
    public async Task<IActionResult> Sweep(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sweeps")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        var cancellation = request.HttpContext.RequestAborted;
        await Task.WhenAll(sweeps.DaysAsync(client, cancellation), sweeps.DaysAsync(client, cancellation),
            sweeps.UnseenAsync(client, cancellation), sweeps.UnseenAsync(client, cancellation));
        return new NoContentResult();
    }

    [Function("Health")]
    public async Task<IActionResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
        new OkObjectResult(new
        {
            Failed = await loops.FailedAsync(request.HttpContext.RequestAborted),
            Stuck = await waiting.StuckAsync(request.HttpContext.RequestAborted),
        });

    private static string Text(MatterEvent happened) => happened switch
    {
        MatterEvent.Reminded reminded => $"{reminded.On:yyyy-MM-dd} {reminded.Step}",
        MatterEvent.Escalated escalated => $"{escalated.On:yyyy-MM-dd} {escalated.Step}",
        _ => happened.GetType().Name,
    };

    /// <summary>A test loses a wake-up by asking for none.</summary>
    private static bool Wakes(HttpRequest request) => request.Query["wake"] != "no";
}
