using Microsoft.Extensions.DependencyInjection;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Timers;

public sealed class LocalTimersTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 15, 7, 0, 0, TimeSpan.Zero);
    private readonly TimerLog _log = new();

    [Fact]
    public async Task A_daily_timer_runs_at_every_due_instant_of_a_move()
    {
        await using var app = await StartAsync(typeof(DailyFunction));

        var move = await app.Clock.AdvanceToAsync(Start.AddDays(30));

        var runs = _log.Runs("daily");
        runs.Count.ShouldBe(30);
        runs.Select((run, i) => run.At - Start.Date.AddDays(i + 1).AddHours(5))
            .ShouldAllBe(late => late >= TimeSpan.Zero && late < TimeSpan.FromMinutes(1));
        runs.ShouldAllBe(run => !run.IsPastDue);
        move.Ran.Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_year_with_a_timer_every_minute_is_over_in_moments_and_runs_it_once_at_every_step()
    {
        await using var app = await StartAsync(typeof(MonthlyFunction), typeof(FrequentFunction));

        await app.Clock.AdvanceToAsync(Start.AddYears(1));

        _log.Runs("monthly").Count.ShouldBe(12);
        _log.Runs("frequent").Count.ShouldBeInRange(13, 14);
    }

    [Fact]
    public async Task Runs_that_were_missed_while_the_host_stood_still_are_made_up_once()
    {
        await using var app = await StartAsync(typeof(DailyFunction));
        _log.Runs("daily").ShouldBeEmpty();

        await app.RestartAsync(Start.AddDays(10));

        await _log.WaitForAsync("daily", 1);
        var run = _log.Runs("daily").Single();
        run.IsPastDue.ShouldBeTrue();
        run.Status.ShouldNotBeNull().Next.ShouldBe(new DateTime(2027, 1, 16, 5, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_restart_between_two_runs_runs_nothing()
    {
        await using var app = await StartAsync(typeof(DailyFunction));
        await app.Clock.AdvanceToAsync(Start.AddDays(1));

        await app.RestartAsync();
        await app.Clock.AdvanceByAsync("PT1M");

        _log.Runs("daily").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_schedule_may_stand_in_a_setting_and_a_timer_may_run_at_start()
    {
        await using var app = await AppFixture.StartAsync(new AppOptions
        {
            Clock = Start,
            Application = Application(typeof(SettingFunction)),
            Settings = new Dictionary<string, string?> { ["Test:Schedule"] = "0 0 12 * * *" },
        });

        await _log.WaitForAsync("setting", 1);
        await app.Clock.AdvanceToAsync(Start.AddDays(1));

        _log.Runs("setting").Select(run => run.At.Hour).ShouldBe([7, 12]);
    }

    [Fact]
    public async Task A_timer_that_fails_is_reported_and_runs_again_at_its_next_time()
    {
        await using var app = await StartAsync(typeof(DailyFunction));
        _log.Fails = true;

        var move = await app.Clock.AdvanceToAsync(Start.AddDays(2), mayFail: true);

        _log.Runs("daily").Count.ShouldBe(2);
        move.Failed.Select(run => (run.What, run.Failure)).ShouldBe(
            [("Test_Daily", nameof(InvalidOperationException)), ("Test_Daily", nameof(InvalidOperationException))]);
    }

    [Fact]
    public async Task A_timer_is_told_when_it_last_ran_and_when_it_was_to_run()
    {
        await using var app = await StartAsync(typeof(DailyFunction));

        await app.Clock.AdvanceToAsync(Start.AddDays(2));

        var status = _log.Runs("daily")[1].Status.ShouldNotBeNull();
        status.Next.ShouldBe(new DateTime(2027, 1, 17, 5, 0, 0, DateTimeKind.Utc));
        status.Last.ShouldBe(new DateTime(2027, 1, 16, 5, 0, 0, DateTimeKind.Utc), TimeSpan.FromMinutes(1));
    }

    private Task<AppFixture> StartAsync(params Type[] functions) =>
        AppFixture.StartAsync(new AppOptions { Clock = Start, Application = Application(functions) });

    private WorkerApplication Application(params Type[] functions) =>
        WorkerApplication.Of(functions) with { AddServices = (services, _) => services.AddSingleton(_log) };
}
