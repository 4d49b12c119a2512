using System.Text.Json;
using Oversight.Local.Host.Rpc;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host.Timers;

/// <summary>A function that a schedule starts, with when it last ran and when it runs next.</summary>
internal sealed class LocalTimer(HostedFunction function, string parameter, TimerSchedule schedule, bool runOnStartup)
{
    private TimerStatus? _status;
    private bool _pastDue;

    public HostedFunction Function { get; } = function;

    public TimerSchedule Schedule { get; } = schedule;

    public DateTimeOffset Next { get; private set; }

    /// <summary>
    /// Takes up where the last process stopped: an occurrence that was missed meanwhile is made up, once for all of
    /// them.
    /// </summary>
    /// <returns>What to remember, so that the next occurrence is not lost with this process either.</returns>
    public TimerStatus Start(TimerStatus? stored, DateTimeOffset now)
    {
        _status = stored?.Schedule == Schedule.Expression ? stored : null;
        var expected = _status?.Next ?? Schedule.NextAfter(now);
        _pastDue = expected < now;
        Next = runOnStartup && !_pastDue ? now : expected;
        return _status ??= new TimerStatus(Schedule.Expression, stored?.Last, expected);
    }

    /// <summary>What the function is told, in the platform's form.</summary>
    public ParameterBinding Input() => new()
    {
        Name = parameter,
        Data = new TypedData
        {
            Json = JsonSerializer.Serialize(new
            {
                Schedule = new { AdjustForDST = true },
                ScheduleStatus = _status is null ? null : new
                {
                    Last = _status.Last?.UtcDateTime ?? default,
                    Next = _status.Next.UtcDateTime,
                    LastUpdated = _status.Last?.UtcDateTime ?? default,
                },
                IsPastDue = _pastDue,
            }),
        },
    };

    /// <summary>
    /// What to remember after a run that began at <paramref name="began"/>: occurrences during the run are not run
    /// again.
    /// </summary>
    public TimerStatus Ran(DateTimeOffset began, DateTimeOffset ended)
    {
        Next = Schedule.NextAfter(ended);
        _pastDue = false;
        return _status = new TimerStatus(Schedule.Expression, began, Next);
    }
}

/// <summary>What is kept of a timer between runs.</summary>
/// <param name="Last">When the last run began; null: it has not run.</param>
internal sealed record TimerStatus(string Schedule, DateTimeOffset? Last, DateTimeOffset Next);
