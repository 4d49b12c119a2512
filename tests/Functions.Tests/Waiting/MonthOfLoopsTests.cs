using System.Diagnostics;
using Oversight.Testkit;
using Oversight.Waiting;
using static Oversight.Functions.Tests.Waiting.Errands;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>Many loops that wait at once, and a month that passes.</summary>
public sealed class MonthOfLoopsTests(ErrandApp world, ITestOutputHelper output) : IClassFixture<ErrandApp>
{
    private const int AtOnce = 8;
    private const int Turn = 50;
    private const int Days = 31;

    [Fact]
    public Task Thirty_loops_are_each_woken_on_their_days_as_a_month_passes() => PassAsync(30, mayFail: false);

    [Fact]
    [Trait("Length", "long")]
    public Task A_thousand_loops_are_each_woken_on_their_days_as_a_month_passes() => PassAsync(1000, mayFail: true);

    /// <param name="mayFail">
    /// One Azurite is half a minute behind a thousand loops at times: an activity that gave up is tried again.
    /// </param>
    private async Task PassAsync(int count, bool mayFail)
    {
        var today = DateOnly.FromDateTime(world.App.Clock.Now.Date);
        var ids = new Id[count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        // A thousand loops that start in the same moment are more than Azurite answers within five seconds: they come
        // in turns.
        foreach (var turn in Enumerable.Range(0, count).Chunk(Turn))
        {
            await Parallel.ForEachAsync(turn, options, async (number, _) => ids[number] = await world.BeginAsync(
                Answer(
                    "a", WaitingStep.Remind(First(number)), WaitingStep.Remind(First(number).AddDays(4)),
                    WaitingStep.Escalate(First(number).AddDays(6))),
                Answer("b")));
            await world.App.Clock.AdvanceByAsync("PT1S");
        }

        var watch = Stopwatch.StartNew();
        var ran = new List<ClockRun>();
        // A month of a thousand loops takes more minutes than one request is waited for.
        for (var day = 0; day < Days; day++)
            ran.AddRange((await world.App.Clock.AdvanceByAsync("P1D", mayFail)).Ran);
        output.WriteLine($"{count} loops: the month took {watch.Elapsed.TotalSeconds:F1} s");

        // Swedish midnight. The clock did not go on before everything that it had set going was done.
        ran.Where(run => run.What is "Waiting_Act").ShouldAllBe(run => run.Due.UtcDateTime.Hour == 23);
        await Parallel.ForAsync(0, count, options, async (number, _) =>
        {
            var first = First(number);
            (await world.StepsAsync(ids[number]))
                .ShouldBe(
                    [$"a remind {first:O}", $"a remind {first.AddDays(4):O}", $"a escalate {first.AddDays(7):O}"]);
            (await world.ShowAsync(ids[number])).HasSeen(4).ShouldBeTrue();
        });

        DateOnly First(int number) => today.AddDays(1 + (number % 20));
    }
}
