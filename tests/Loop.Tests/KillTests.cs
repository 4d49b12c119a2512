using System.Diagnostics;

namespace Oversight.Loop.Tests;

/// <summary>The worker, the host, or both are killed while activities run. What a dead host held comes back after a minute.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Matters = 6;
    private static readonly DateOnly Today = DateOnly.FromDateTime(LoopHost.Start.DateTime);

    [Fact]
    public Task Each_step_is_recorded_once_whoever_is_killed() => KillAsync(kills: 2);

    [Fact]
    [Trait("Length", "long")]
    public Task Each_step_is_recorded_once_through_fifty_kills() => KillAsync(kills: 50);

    /// <summary>Every other time the worker alone, every other time the host (its worker ends with it).</summary>
    private async Task KillAsync(int kills)
    {
        using var folder = new LoopFolder();
        var host = await LoopHost.StartAsync(folder.Path);
        var random = new Random(kills);
        var ids = new List<string>();
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                var round = Enumerable.Range(0, Matters).Select(number => $"k{kill}-{number}").ToList();
                ids.AddRange(round);
                foreach (var id in round)
                    await host.OpenAsync(id, [new("A", null, Today), new("B", Today.AddDays(-1))], new(HoldMilliseconds: 150));
                await host.BusyAsync();
                await Task.Delay(random.Next(0, 600));
                if (kill % 2 == 0)
                {
                    host.KillWorker();
                }
                else
                {
                    await host.KillAsync();
                    await host.DisposeAsync();
                    host = await LoopHost.StartAsync(folder.Path);
                }

                await host.UntilAsync(round[0], _ => true);
            }

            var watch = Stopwatch.StartNew();
            foreach (var id in ids)
            {
                var shown = await host.UntilAsync(id, shown => shown is { IsSettled: true, Steps.Count: >= 2 }, seconds: 150);
                shown.Steps.Order().ShouldBe([$"{Today:O} A/remind-{Today:O}", $"{Today:O} B/escalate"]);
                shown.Instance!.Status.ShouldBe("Running");
            }

            output.WriteLine($"{kills} kills: all was done {watch.Elapsed.TotalSeconds:F1} s after the last");
            (await host.HealthAsync()).Failed.ShouldBeEmpty();
        }
        finally
        {
            await host.DisposeAsync();
        }
    }
}
