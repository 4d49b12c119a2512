using System.Globalization;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Timers;

namespace Oversight.Host.Tests.Timers;

public sealed class TimerScheduleTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData("0 0 6 1 * *", "2027-01-15T08:00:00Z", "2027-02-01T06:00:00Z")]
    [InlineData("0 0 6 31 * *", "2027-01-31T06:00:00Z", "2027-03-31T06:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2027-01-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T00:00:00Z")]
    [InlineData("0 59 23 31 12 *", "2027-12-31T23:59:00Z", "2028-12-31T23:59:00Z")]
    [InlineData("30 */5 * * * *", "2027-01-15T08:04:59Z", "2027-01-15T08:05:30Z")]
    [InlineData("0 0 7 * * 1-5", "2027-01-15T07:00:00Z", "2027-01-18T07:00:00Z")]
    public void The_next_occurrence_is_the_calendars(string schedule, string after, string expected) =>
        TimerSchedule.Parse("Test", schedule).NextAfter(Instant(after)).ShouldBe(Instant(expected));

    [Fact]
    public void Every_last_day_of_a_month_is_found_by_a_run_on_the_first()
    {
        var schedule = TimerSchedule.Parse("Test", "0 0 0 1 * *");
        var instants = Following(schedule, "2027-12-15T00:00:00Z", 14);

        instants.Select(i => i.AddSeconds(-1).Day).ShouldBe([31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31]);
    }

    [Theory]
    [InlineData("2027-03-27T00:00:00Z")]
    [InlineData("2027-10-30T00:00:00Z")]
    public void A_daily_schedule_is_in_utc_and_comes_once_a_day_through_both_clock_changes(string start)
    {
        // 01:30 UTC is 02:30 or 03:30 in Stockholm: the hour that is missing in March and comes twice in October.
        var instants = Following(TimerSchedule.Parse("Test", "0 30 1 * * *"), start, 4);

        instants.Zip(instants.Skip(1), (one, next) => next - one).ShouldAllBe(gap => gap == TimeSpan.FromDays(1));
        instants.Select(i => TimeZoneInfo.ConvertTime(i, Stockholm).Hour).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_schedule_that_never_comes_is_never_due() =>
        TimerSchedule.Parse("Test", "0 0 0 30 2 *").NextAfter(Instant("2027-01-01T00:00:00Z")).Year.ShouldBe(9999);

    [Theory]
    [InlineData("0 * * * * *", true)]
    [InlineData("0 */30 * * * *", true)]
    [InlineData("0 0,5 6 1 * *", true)]
    [InlineData("0 0 * * * *", false)]
    [InlineData("0 0 5 * * *", false)]
    [InlineData("0 0 5 29 2 *", false)]
    public void A_schedule_is_frequent_when_two_occurrences_lie_within_an_hour(string schedule, bool frequent) =>
        TimerSchedule.Parse("Test", schedule).IsFrequent.ShouldBe(frequent);

    [Theory]
    [InlineData("* * * * *")]
    [InlineData("0 61 * * * *")]
    [InlineData("00:05:00")]
    [InlineData("")]
    public void What_is_not_a_schedule_with_seconds_is_refused_at_start(string schedule) =>
        Should.Throw<StartRefusedException>(() => TimerSchedule.Parse("Test_Timer", schedule)).Message
            .ShouldContain("Test_Timer");

    private static List<DateTimeOffset> Following(TimerSchedule schedule, string start, int count)
    {
        var instants = new List<DateTimeOffset> { schedule.NextAfter(Instant(start)) };
        while (instants.Count < count)
            instants.Add(schedule.NextAfter(instants[^1]));
        return instants;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
