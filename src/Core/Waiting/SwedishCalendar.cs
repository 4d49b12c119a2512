namespace Oversight.Waiting;

/// <summary>
/// Days on which an act need not be done: one that falls due on such a day may be done on the next working day (lag
/// 1930:173, with the holidays of lag 1989:253). Our own deadlines follow the same rule, so that nobody is late on a
/// Sunday.
/// </summary>
public static class SwedishCalendar
{
    /// <summary>Not a Saturday, Sunday, public holiday, midsummer, Christmas or New Year's eve.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsFixedDay(day) && !IsByEaster(day)
            && !IsMidsummerEve(day);

    public static DateOnly WorkingDayOnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>So many working days later, or earlier where <paramref name="days"/> is negative.</summary>
    public static DateOnly AddWorkingDays(DateOnly day, int days)
    {
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(Math.Sign(days));
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>påskdagen, by the rule of Gauss in its Gregorian form (Meeus).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    // Midsummer's day and alla helgons dag are Saturdays, påskdagen and pingstdagen Sundays.
    private static bool IsFixedDay(DateOnly day) => (day.Month, day.Day) is
        (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 24) or (12, 25) or (12, 26) or (12, 31);

    /// <summary>långfredagen, annandag påsk, Kristi himmelsfärdsdag.</summary>
    private static bool IsByEaster(DateOnly day) => (day.DayNumber - EasterSunday(day.Year).DayNumber) is -2 or 1 or 39;

    private static bool IsMidsummerEve(DateOnly day) =>
        day is { Month: 6, DayOfWeek: DayOfWeek.Friday, Day: >= 19 and <= 25 };
}
