using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;

namespace Oversight.Host.Tests.Timers;

public sealed class DailyFunction(TimerLog log, TimeProvider clock)
{
    [Function("Test_Daily")]
    public void Daily([TimerTrigger("0 0 5 * * *")] TimerInfo timer) => log.Add("daily", timer, clock.GetUtcNow());
}

public sealed class MonthlyFunction(TimerLog log, TimeProvider clock)
{
    [Function("Test_Monthly")]
    public void Monthly([TimerTrigger("0 0 4 1 * *")] TimerInfo timer) => log.Add("monthly", timer, clock.GetUtcNow());
}

public sealed class FrequentFunction(TimerLog log, TimeProvider clock)
{
    [Function("Test_Frequent")]
    public void Frequent([TimerTrigger("0 * * * * *")] TimerInfo timer) =>
        log.Add("frequent", timer, clock.GetUtcNow());
}

public sealed class SettingFunction(TimerLog log, TimeProvider clock)
{
    [Function("Test_Setting")]
    public void Scheduled([TimerTrigger("%Test__Schedule%", RunOnStartup = true)] TimerInfo timer) =>
        log.Add("setting", timer, clock.GetUtcNow());
}

/// <summary>When the timers ran, and what they were told.</summary>
public sealed class TimerLog
{
    private readonly ConcurrentQueue<TimerRun> _runs = new();

    public bool Fails { get; set; }

    public IReadOnlyList<TimerRun> Runs(string name) => [.. _runs.Where(run => run.Name == name)];

    public void Add(string name, TimerInfo timer, DateTimeOffset at)
    {
        _runs.Enqueue(new TimerRun(name, at, timer.IsPastDue, timer.ScheduleStatus));
        if (Fails)
            throw new InvalidOperationException("It was told to.");
    }

    public async Task WaitForAsync(string name, int count)
    {
        for (var i = 0; i < 500 && Runs(name).Count < count; i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Runs(name).Count.ShouldBe(count);
    }
}

public sealed record TimerRun(string Name, DateTimeOffset At, bool IsPastDue, ScheduleStatus? Status);
