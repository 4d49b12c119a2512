using System.Net.Http.Json;

namespace Oversight.Testkit;

/// <summary>The domain clock, moved as a person would: through the local-only address.</summary>
public sealed class AppClock(AppFixture app)
{
    public DateTimeOffset Now => app.Host.Clock.GetUtcNow();

    public Task<ClockMove> AdvanceToAsync(DateTimeOffset instant, bool mayFail = false) =>
        MoveAsync(new { advanceTo = instant.ToString("O") }, mayFail);

    /// <param name="duration">ISO 8601: P30D, P1M, PT2H.</param>
    public Task<ClockMove> AdvanceByAsync(string duration, bool mayFail = false) =>
        MoveAsync(new { advanceBy = duration }, mayFail);

    private async Task<ClockMove> MoveAsync(object body, bool mayFail)
    {
        using var client = app.Anonymous();
        client.Timeout = TimeSpan.FromMinutes(5);
        using var response = await client.PostAsJsonAsync("/.local/clock", body);
        await response.ExpectAsync(System.Net.HttpStatusCode.OK);
        var move = (await response.Content.ReadFromJsonAsync<ClockMove>())!;
        if (!mayFail && move.Failed.Count > 0)
            throw new InvalidOperationException(
                $"När klockan flyttades misslyckades: {string.Join(", ", move.Failed)}\n{app.Log.Problems}");
        return move;
    }
}

public sealed record ClockMove(DateTimeOffset Now, IReadOnlyList<ClockRun> Ran, IReadOnlyList<ClockRun> Failed);

public sealed record ClockRun(string What, DateTimeOffset Due, string? Failure);
