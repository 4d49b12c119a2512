using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Tests.Web;

public sealed class SwedishDatesTests
{
    private static readonly DateOnly Today = new(2027, 1, 15);

    [Theory]
    [InlineData("2027-03-01T22:59:59Z", "2027-03-01")]
    [InlineData("2027-03-01T23:00:00Z", "2027-03-02")]
    [InlineData("2027-07-01T21:59:59Z", "2027-07-01")]
    [InlineData("2027-07-01T22:00:00Z", "2027-07-02")]
    [InlineData("2027-03-28T00:59:59Z", "2027-03-28")]
    [InlineData("2027-10-31T23:00:00Z", "2027-11-01")]
    public void A_day_ends_at_midnight_in_Stockholm(string instant, string day) =>
        StockholmTime.Day(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_day_is_written_as_people_read_it() =>
        SwedishDates.Text(new DateOnly(2027, 3, 1)).ShouldBe("1 mars 2027");

    [Fact]
    public void An_instant_is_written_in_Swedish_time() =>
        SwedishDates.Text(new DateTimeOffset(2027, 7, 1, 12, 5, 0, TimeSpan.Zero)).ShouldBe("1 juli 2027 kl. 14.05");

    [Theory]
    [InlineData(0, "i dag")]
    [InlineData(-1, "i går")]
    [InlineData(1, "i morgon")]
    [InlineData(-9, "för 9 dagar sedan")]
    [InlineData(3, "om 3 dagar")]
    public void How_far_away_a_day_is_stands_in_words(int days, string text) =>
        SwedishDates.Relative(Today.AddDays(days), Today).ShouldBe(text);
}
