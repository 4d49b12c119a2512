using System.Diagnostics;

namespace Oversight.Loop.Tests;

/// <summary>Many loops that wait at once, and a month that passes.</summary>
public sealed class MonthTests(ITestOutputHelper output)
{
    private const int AtOnce = 8;
    private static readonly DateOnly Today = DateOnly.FromDateTime(LoopHost.Start.DateTime);

    [Fact]
    public Task Thirty_loops_are_each_woken_on_their_days_as_a_month_passes() => PassAsync(30);

    [Fact]
    [Trait("Length", "long")]
    public Task A_thousand_loops_are_each_woken_on_their_days_as_a_month_passes() => PassAsync(1000);

    private async Task PassAsync(int count)
    {
        using var folder = new LoopFolder();
        await using var host = await LoopHost.StartAsync(folder.Path);
        var watch = Stopwatch.StartNew();
        await host.OpenAsync("ended", [new("A")]);
        await host.UntilAsync("ended", shown => shown.IsSettled);
        await host.ChangeAsync("ended", "close");
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            await host.OpenAsync(Id(number), [new("A", Until(number), First(number), First(number).AddDays(4)), new("B")]));
        var opened = watch.Elapsed;
        await host.MoveAsync("PT1S");
        var waits = watch.Elapsed;
        (await host.ShowAsync("ended")).Instance!.Status.ShouldBe("Completed");

        watch.Restart();
        var ran = await host.MoveAsync("P31D");
        output.WriteLine($"{count} loops: opened in {opened.TotalSeconds:F1} s, all waiting after {waits.TotalSeconds:F1} s");
        output.WriteLine($"the month took {watch.Elapsed.TotalSeconds:F1} s");

        ran.Where(run => run.Failure is not null).ShouldBeEmpty();
        // Swedish midnight. The clock did not go on to the next hour before everything that it had set going was done.
        ran.Where(run => run.What.StartsWith("Loop_", StringComparison.Ordinal)).ShouldAllBe(run => run.Due.UtcDateTime.Hour == 23);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var shown = await host.ShowAsync(Id(number));
            var (first, second, passed) = (First(number), First(number).AddDays(4), Until(number).AddDays(1));
            shown.Steps.ShouldBe([$"{first:O} A/remind-{first:O}", $"{second:O} A/remind-{second:O}", $"{passed:O} A/escalate"]);
            shown.IsSettled.ShouldBeTrue();
            shown.Instance!.Status.ShouldBe("Running");
        });
        (await host.ShowAsync("ended")).Instance.ShouldBeNull("It ended thirty days ago.");
        (await host.ShowAsync("ended")).Loop.ShouldBeNull();
        var stopped = await host.StopAsync();
        output.WriteLine($"stopped in {stopped.TotalSeconds:F1} s");
    }

    private static string Id(int number) => $"m{number}";

    private static DateOnly First(int number) => Today.AddDays(1 + number % 20);

    private static DateOnly Until(int number) => First(number).AddDays(6);
}
