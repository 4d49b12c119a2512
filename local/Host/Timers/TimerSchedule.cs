using NCrontab;
using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host.Timers;

/// <summary>An NCRONTAB expression with seconds, read in UTC as the platform reads it.</summary>
public sealed class TimerSchedule
{
    private const int SampledOccurrences = 50;
    private static readonly DateTime SampleStart = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Frequent = TimeSpan.FromHours(1);
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(string expression, CrontabSchedule schedule)
    {
        Expression = expression;
        _schedule = schedule;
        IsFrequent = ComesMoreOftenThanHourly();
    }

    public string Expression { get; }

    /// <summary>
    /// Comes, at its closest, more often than once an hour. Such a timer follows real time, and runs once at every
    /// instant that a move of the clock visits for another reason: a year has half a million minutes (docs/decisions,
    /// frequent timers).
    /// </summary>
    public bool IsFrequent { get; }

    /// <exception cref="StartRefusedException">Not six fields, or a field outside its range.</exception>
    public static TimerSchedule Parse(string function, string expression)
    {
        try
        {
            return new TimerSchedule(expression,
                CrontabSchedule.Parse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true }));
        }
        catch (CrontabException wrong)
        {
            throw new StartRefusedException(
                $"{function}: schemat '{expression}' är inte NCRONTAB med sex fält (sekund minut timme dag månad "
                    + "veckodag).", wrong);
        }
    }

    /// <summary>
    /// The first occurrence after <paramref name="instant"/>; an expression that never comes (30 February) is far away.
    /// </summary>
    public DateTimeOffset NextAfter(DateTimeOffset instant) =>
        new(DateTime.SpecifyKind(_schedule.GetNextOccurrence(instant.UtcDateTime), DateTimeKind.Utc));

    private bool ComesMoreOftenThanHourly()
    {
        var before = _schedule.GetNextOccurrence(SampleStart);
        for (var i = 0; i < SampledOccurrences && before < DateTime.MaxValue; i++)
        {
            var next = _schedule.GetNextOccurrence(before);
            if (next - before < Frequent)
                return true;
            before = next;
        }

        return false;
    }
}
