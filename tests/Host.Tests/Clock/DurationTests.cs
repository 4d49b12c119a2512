using Oversight.Local.Host.Clock;

namespace Oversight.Host.Tests.Clock;

public sealed class DurationTests
{
    [Theory]
    [InlineData("P30D", "2027-01-15T08:00:00+01:00", "2027-02-14T08:00:00+01:00")]
    [InlineData("P1M", "2027-01-31T08:00:00+01:00", "2027-02-28T08:00:00+01:00")]
    [InlineData("P1Y", "2028-02-29T08:00:00+01:00", "2029-02-28T08:00:00+01:00")]
    [InlineData("P1W", "2027-01-15T08:00:00+01:00", "2027-01-22T08:00:00+01:00")]
    [InlineData("P1D", "2027-03-27T12:00:00+01:00", "2027-03-28T12:00:00+02:00")]
    [InlineData("PT24H", "2027-03-27T12:00:00+01:00", "2027-03-28T13:00:00+02:00")]
    [InlineData("P1D", "2027-03-27T02:30:00+01:00", "2027-03-28T03:30:00+02:00")]
    [InlineData("P1Y2M3DT4H5M6S", "2027-01-15T08:00:00+01:00", "2028-03-18T12:05:06+01:00")]
    public void Days_and_longer_are_steps_in_the_Swedish_calendar_and_hours_are_elapsed_time(
        string duration, string from, string to) =>
        IsoDuration.TryParse(duration)!.After(Instants.TryParse(from)!.Value).ShouldBe(Instants.TryParse(to)!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("-P1D")]
    [InlineData("30D")]
    [InlineData("P1.5D")]
    [InlineData("P99999999999D")]
    public void Anything_else_is_not_a_duration(string text) => IsoDuration.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("2027-03-01T08:00:00+01:00", "2027-03-01T07:00:00Z")]
    [InlineData("2027-03-01T08:00", "2027-03-01T07:00:00Z")]
    [InlineData("2027-07-01", "2027-06-30T22:00:00Z")]
    public void An_instant_without_offset_is_Swedish_time(string text, string utc) =>
        Instants.TryParse(text).ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("imorgon")]
    [InlineData("01/03/2027")]
    [InlineData("2027-02-30")]
    [InlineData("2027-03-01T25:00:00Z")]
    public void Anything_else_is_not_an_instant(string text) => Instants.TryParse(text).ShouldBeNull();
}
