using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Clock;

public sealed class ClockOverHttpTests : IAsyncLifetime
{
    private AppFixture _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await AppFixture.StartAsync(new() { Application = TestApplication.Of() });
        _client = _app.Anonymous();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_tells_the_time_and_moves_by_a_duration_or_to_an_instant()
    {
        var before = await NowAsync();
        before.ShouldBeInRange(new AppOptions().Clock, new AppOptions().Clock.AddMinutes(5));
        (await _app.Clock.AdvanceByAsync("P30D")).Now
            .ShouldBeInRange(before.AddDays(30), before.AddDays(30).AddMinutes(5));

        var march = new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.FromHours(1));
        await _app.Clock.AdvanceToAsync(march);
        (await NowAsync()).ShouldBeInRange(march, march.AddMinutes(5));
    }

    [Fact]
    public async Task Where_it_stands_is_kept_over_a_restart()
    {
        var moved = await _app.Clock.AdvanceByAsync("P1Y");
        await _app.RestartAsync();
        (await NowAsync()).ShouldBeInRange(moved.Now, moved.Now.AddMinutes(5));
    }

    [Theory]
    [InlineData("""{"advanceTo":"2027-01-01T00:00:00Z"}""", "bakåt")]
    [InlineData("""{"advanceTo":"imorgon"}""", "ISO 8601")]
    [InlineData("""{"advanceTo":null}""", "advanceTo eller advanceBy")]
    [InlineData("""{"advanceBy":"30 dagar"}""", "ISO 8601")]
    [InlineData("""{"advanceBy":"P999Y"}""", "högst")]
    [InlineData("""{"advanceBy":"P1D","advanceTo":"2027-03-01"}""", "antingen")]
    [InlineData("""{"backBy":"P1D"}""", "antingen")]
    [InlineData("[]", "JSON")]
    [InlineData("{", "JSON")]
    public async Task What_cannot_be_followed_is_refused_with_a_reason_and_moves_nothing(string body, string expected)
    {
        var before = await NowAsync();
        using var response = await _client.PostAsync("/.local/clock",
            new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        problem.RootElement.GetProperty("detail").GetString()!.ShouldContain(expected);
        (await NowAsync()).ShouldBeInRange(before, before.AddMinutes(5));
    }

    [Fact]
    public async Task Only_JSON_is_taken_and_not_from_another_site()
    {
        using var form = await _client.PostFormAsync("/.local/clock", [new("advanceBy", "P1D")]);
        form.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

        _client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        _client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var foreign = await _client.PostAsJsonAsync("/.local/clock", new { advanceBy = "P1D" }, Cancellation);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_moves_it_in_steps_and_to_a_day()
    {
        using var step = await (await _client.GetFormAsync("/.local/klocka", "form.actions")).Tampered("steg", "03-01")
            .SubmitAsync();
        await step.ExpectAsync(HttpStatusCode.OK);
        (await NowAsync()).ShouldBeInRange(new(2027, 3, 1, 7, 0, 0, TimeSpan.Zero),
            new(2027, 3, 1, 7, 5, 0, TimeSpan.Zero));

        using var day = await (await _client.GetFormAsync("/.local/klocka", "form.card")).With("dag", "2027-07-01")
            .With("tid", "09:30").SubmitAsync();
        (await day.Content.ReadAsStringAsync(Cancellation)).ShouldContain("1 juli 2027 kl. 09.30");

        using var back = await (await _client.GetFormAsync("/.local/klocka", "form.card")).With("dag", "2027-06-01")
            .With("tid", "09:30").SubmitAsync();
        back.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await back.Content.ReadAsStringAsync(Cancellation)).ShouldContain("inte bakåt");
    }

    private async Task<DateTimeOffset> NowAsync() =>
        (await _client.GetFromJsonAsync<ClockMove>("/.local/clock", Cancellation))!.Now;
}
