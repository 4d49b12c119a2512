using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Local.Host.Clock;

/// <summary>
/// An ISO 8601 duration. Years, months, weeks and days are steps in the Swedish calendar, the rest is elapsed time.
/// </summary>
public sealed partial record IsoDuration(int Months, int Days, TimeSpan Time)
{
    public static IsoDuration? TryParse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || match.Groups.Values.Skip(1).All(group => !group.Success))
            return null;
        return new(
            (12 * Number("y")) + Number("mo"),
            (7 * Number("w")) + Number("d"),
            new TimeSpan(Number("h"), Number("mi"), Number("s")));

        int Number(string name) =>
            match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
    }

    public DateTimeOffset After(DateTimeOffset instant) =>
        (Months == 0 && Days == 0
            ? instant
            : SwedishTime.At(SwedishTime.Of(instant).DateTime.AddMonths(Months).AddDays(Days))) + Time;

    [GeneratedRegex(
        @"^P(?!$)(?:(?<y>\d{1,3})Y)?(?:(?<mo>\d{1,4})M)?(?:(?<w>\d{1,4})W)?(?:(?<d>\d{1,5})D)?"
            + @"(?:T(?=\d)(?:(?<h>\d{1,6})H)?(?:(?<mi>\d{1,6})M)?(?:(?<s>\d{1,7})S)?)?$")]
    private static partial Regex Pattern();
}
