using System.Net;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Http;

public sealed class RoutingTests : IAsyncLifetime
{
    private AppFixture _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await AppFixture.StartAsync(new() { Application = TestApplication.Of(typeof(RoutingFunctions)) });
        _client = _app.Anonymous();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/saker/7", "Number 7")]
    [InlineData("/saker/0", "Fallback saker/0")]
    [InlineData("/SAKER/7", "Number 7")]
    [InlineData("/saker/0197f3a0-5c1e-7000-8000-000000000001", "Guid 0197f3a0-5c1e-7000-8000-000000000001 True")]
    [InlineData("/dagar/2027-03-01", "Day 2027-03-01 D_Day True")]
    [InlineData("/dagar/imorgon", "Fallback dagar/imorgon")]
    [InlineData("/sidor", "Page -")]
    [InlineData("/sidor/2", "Page 2")]
    [InlineData("/sidor/x", "Fallback sidor/x")]
    [InlineData("/koder/acme", "Code acme stream")]
    [InlineData("/koder/ACME/blob", "Code ACME blob")]
    [InlineData("/koder/abc/x/abcd", "Length abc abcd")]
    [InlineData("/koder/abc/x/abcde", "Fallback koder/abc/x/abcde")]
    [InlineData("/NamedRoute", "Named")]
    [InlineData("/med%20blank", "Fallback med blank")]
    public async Task A_request_goes_to_the_first_function_by_name_whose_route_and_constraints_fit(
        string path, string expected) =>
        (await _client.GetStringAsync(path, TestContext.Current.CancellationToken)).ShouldBe(expected);

    [Theory]
    [InlineData("/admin/host/status")]
    [InlineData("/ADMIN")]
    [InlineData("/runtime/webhooks/durabletask")]
    public async Task The_platforms_own_addresses_ask_for_its_key_though_a_function_takes_every_address(string path)
    {
        using var response = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("POST", "/saker/7", HttpStatusCode.OK)]
    [InlineData("DELETE", "/saker/7", HttpStatusCode.OK)]
    [InlineData("PUT", "/saker/7", HttpStatusCode.NotFound)]
    [InlineData("POST", "/sidor/2", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/saker/7", HttpStatusCode.NotFound)]
    public async Task A_method_that_no_function_names_gets_a_bare_404(
        string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected);
        if (expected == HttpStatusCode.NotFound)
        {
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
            response.Headers.Select(header => header.Key).ShouldBe(["Date", "Server"]);
        }
    }
}
