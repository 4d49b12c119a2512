using System.Globalization;
using System.Text.Json;
using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.Clock;

/// <summary>/.local/clock for programs, /.local/klocka for people.</summary>
internal sealed class ClockEndpoints(DomainClock clock, ClockMover mover) : ILocalEndpoints
{
    private static readonly string[] Known = ["advanceTo", "advanceBy"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.local/clock", () => Results.Json(new ClockAnswer(clock.GetUtcNow(), [])));
        routes.MapPost("/.local/clock", MoveAsync);
        routes.MapGet("/.local/klocka", () => LocalPage.Show("Klockan", ClockPage.Body(clock.GetUtcNow())));
        routes.MapPost("/.local/klocka", MoveFromPageAsync);
    }

    private async Task<IResult> MoveAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return LocalPage.Problem(StatusCodes.Status415UnsupportedMediaType, "Skicka JSON (application/json).", "clock.content-type");
        var (step, problem) = await ReadAsync(request, cancellation);
        if (step is null)
            return LocalPage.Problem(StatusCodes.Status400BadRequest, problem!, "clock.malformed");
        return await RunAsync(step, cancellation) is { } ran
            ? Results.Json(new ClockAnswer(clock.GetUtcNow(), ran))
            : LocalPage.Problem(StatusCodes.Status400BadRequest, GoesNotBack(), "clock.back");
    }

    private async Task<IResult> MoveFromPageAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        string[] errors;
        if (ClockPage.Step(form, clock.GetUtcNow()) is not { } step)
            errors = ["Välj ett av stegen, eller ange dag och tid."];
        else if (await RunAsync(step, cancellation) is { } ran)
            return LocalPage.Show("Klockan", ClockPage.Body(clock.GetUtcNow(), ran));
        else
            errors = [GoesNotBack()];
        return LocalPage.Show("Klockan", ClockPage.Body(clock.GetUtcNow(), errors: errors), StatusCodes.Status400BadRequest);
    }

    private async Task<IReadOnlyList<DueRun>?> RunAsync(ClockStep step, CancellationToken cancellation) => step switch
    {
        ClockStep.To to => await mover.AdvanceToAsync(to.Instant, cancellation),
        ClockStep.By by => await mover.AdvanceByAsync(by.Duration, cancellation),
        _ => throw new InvalidOperationException("Okänt steg."),
    };

    private string GoesNotBack() => $"Klockan går inte bakåt. Den står på {SwedishTime.Show(clock.GetUtcNow())}.";

    private static async Task<(ClockStep? Step, string? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var body = await request.ReadFromJsonAsync<Dictionary<string, string>>(cancellation);
            if (body is null || body.Count != 1 || !Known.Contains(body.Keys.Single()))
                return (null, "Ange antingen advanceTo eller advanceBy.");
            var (name, value) = body.Single();
            if (name == "advanceBy")
            {
                return IsoDuration.TryParse(value) is { } duration
                    ? (new ClockStep.By(duration), null)
                    : (null, "advanceBy ska vara en tidsrymd enligt ISO 8601, till exempel P30D eller P1M.");
            }

            return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? (new ClockStep.To(instant), null)
                : (null, "advanceTo ska vara en tidpunkt enligt ISO 8601, till exempel 2027-03-01T08:00:00+01:00.");
        }
        catch (JsonException)
        {
            return (null, "Det som skickades är inte läsbar JSON.");
        }
    }
}

internal sealed record ClockAnswer(DateTimeOffset Now, IReadOnlyList<DueRun> Ran)
{
    public IEnumerable<DueRun> Failed => Ran.Where(run => run.Failure is not null);
}

internal abstract record ClockStep
{
    private ClockStep()
    {
    }

    public sealed record To(DateTimeOffset Instant) : ClockStep;

    public sealed record By(IsoDuration Duration) : ClockStep;
}
