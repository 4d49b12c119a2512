using FsCheck.Xunit;
using Oversight.Waiting;

namespace Oversight.Core.Tests.Waiting;

public class SwedishCalendarTests
{
    /// <summary>
    /// Every day of 2027 that is not a Saturday or Sunday and yet no working day, as the almanac has them.
    /// </summary>
    [Fact]
    public void The_days_off_of_2027_are_those_of_the_almanac() =>
        Days(2027).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && !SwedishCalendar.IsWorkingDay(day))
            .ShouldBe([D(1, 1), D(1, 6), D(3, 26), D(3, 29), D(5, 6), D(6, 25), D(12, 24), D(12, 31)]);

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_falls_where_the_tables_have_it(int year, int month, int day) =>
        SwedishCalendar.EasterSunday(year).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("2027-06-06", false)]
    [InlineData("2028-06-06", false)]
    [InlineData("2028-06-23", false)]
    [InlineData("2028-06-22", true)]
    [InlineData("2028-05-01", false)]
    [InlineData("2026-12-28", true)]
    public void Days_that_move_with_the_year_are_known(string day, bool isWorkingDay) =>
        SwedishCalendar.IsWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd", null)).ShouldBe(isWorkingDay);

    [Property]
    public bool The_next_working_day_is_never_earlier_and_skips_none(ushort offset)
    {
        var day = new DateOnly(2020, 1, 1).AddDays(offset);
        var next = SwedishCalendar.WorkingDayOnOrAfter(day);
        return next >= day && SwedishCalendar.IsWorkingDay(next)
            && Enumerable.Range(0, next.DayNumber - day.DayNumber)
                .All(skipped => !SwedishCalendar.IsWorkingDay(day.AddDays(skipped)));
    }

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, 365).Select(number => new DateOnly(year, 1, 1).AddDays(number));

    private static DateOnly D(int month, int day) => new(2027, month, day);
}
