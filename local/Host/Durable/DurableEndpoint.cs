using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.Durable;

/// <summary>/.local/orchestrations: whether the engine runs, and what is under way in it.</summary>
internal sealed class DurableEndpoint(DurableEngine engine) : ILocalEndpoints
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/.local/orchestrations", ShowAsync);

    private async Task<IResult> ShowAsync(CancellationToken cancellation)
    {
        var (running, started) = engine.Activity;
        if (engine.Queues is not { } queues)
            return Results.Json(new Answer(false, engine.Failure, null, 0, 0, running, started));
        var (control, activities) = await queues.CountAsync(cancellation);
        return Results.Json(new Answer(true, null, queues.Hub, control, activities, running, started));
    }

    /// <param name="Failure">Null: it runs, or the application has nothing for it.</param>
    private sealed record Answer(
        bool Runs, string? Failure, string? Hub, int Messages, int Activities, int Running, long Started);
}
