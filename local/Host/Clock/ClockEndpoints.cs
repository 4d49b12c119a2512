using System.Text.Json;
using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.Clock;

/// <summary>/.local/clock for programs, /.local/klocka for people.</summary>
internal sealed class ClockEndpoints(DomainClock clock, ClockMover mover) : ILocalEndpoints
{
    private static readonly string[] Known = ["advanceTo", "advanceBy"];

    public void Map(IEndpointRouteBuilder routes)
    {
        // Open: the clock is the machine's own, the sign-in page leads to it, and it tells the names of what ran and no
        // more.
        routes.MapGet("/.local/clock", () => Results.Json(new ClockAnswer(clock.GetUtcNow(), []))).Open();
        routes.MapPost("/.local/clock", MoveAsync).Open();
        routes.MapGet("/.local/klocka", () => LocalPage.Show("Klockan", ClockPage.Body(clock.GetUtcNow()))).Open();
        routes.MapPost("/.local/klocka", MoveFromPageAsync).Open();
    }

    private async Task<IResult> MoveAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return LocalPage.Problem(StatusCodes.Status415UnsupportedMediaType, "Skicka JSON (application/json).",
                "clock.content-type");
        var (step, problem) = await ReadAsync(request, cancellation);
        if (step is null)
            return LocalPage.Problem(StatusCodes.Status400BadRequest, problem!, "clock.malformed");
        var (ran, refusal) = await mover.AdvanceAsync(step, cancellation);
        return refusal is null
            ? Results.Json(new ClockAnswer(clock.GetUtcNow(), ran))
            : LocalPage.Problem(StatusCodes.Status400BadRequest, refusal, "clock.step");
    }

    private async Task<IResult> MoveFromPageAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (form, unreadable) = await LocalForm.ReadAsync(request, cancellation);
        if (form is null)
            return unreadable!;
        var (ran, refusal) = ClockPage.Step(form, clock.GetUtcNow()) is { } step
            ? await mover.AdvanceAsync(step, cancellation)
            : ([], "Välj ett av stegen, eller ange dag och tid.");
        return refusal is null
            ? LocalPage.Show("Klockan", ClockPage.Body(clock.GetUtcNow(), ran))
            : LocalPage.Show("Klockan", ClockPage.Body(clock.GetUtcNow(), errors: [refusal]),
                StatusCodes.Status400BadRequest);
    }

    private static async Task<(ClockStep? Step, string? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var body = await request.ReadFromJsonAsync<Dictionary<string, string?>>(cancellation);
            if (body is not { Count: 1 } || body.Single() is not (var name, { } value) || !Known.Contains(name))
                return (null, "Ange antingen advanceTo eller advanceBy.");
            if (name == "advanceBy")
            {
                return IsoDuration.TryParse(value) is { } duration
                    ? (new ClockStep.By(duration), null)
                    : (null, "advanceBy ska vara en tidsrymd enligt ISO 8601, till exempel P30D eller P1M.");
            }

            return Instants.TryParse(value) is { } instant
                ? (new ClockStep.To(instant), null)
                : (null, "advanceTo ska vara en tidpunkt enligt ISO 8601, till exempel 2027-03-01T08:00:00+01:00.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // InvalidOperation: a character set that is not taken any more.
            return (null, "Det som skickades är inte läsbar JSON.");
        }
    }
}

internal sealed record ClockAnswer(DateTimeOffset Now, IReadOnlyList<DueRun> Ran)
{
    public IEnumerable<DueRun> Failed => Ran.Where(run => run.Failure is not null);
}
