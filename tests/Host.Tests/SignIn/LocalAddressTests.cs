using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Oversight.Testkit;

namespace Oversight.Host.Tests.SignIn;

/// <summary>
/// The addresses that only the local host has: who may ask, what every answer carries, what a form may be.
/// </summary>
public sealed class LocalAddressTests(LocalAddressTests.App app) : IClassFixture<LocalAddressTests.App>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_tells_of_the_application_asks_a_program_to_sign_in()
    {
        using var client = app.Running.Anonymous();
        using var response = await client.GetAsync("/.local/messages", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        problem.RootElement.GetProperty("detail").GetString()!.ShouldContain("Logga in");
    }

    [Fact]
    public async Task A_browser_is_led_to_the_sign_in_page_and_back()
    {
        using var client = app.Running.Anonymous();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml");
        using var response = await client.GetAsync("/.local/messages?x=1", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe(
            "/.auth/login/local?post_login_redirect_uri=%2F.local%2Fmessages%3Fx%3D1");
    }

    [Fact]
    public async Task Who_has_signed_in_sees_it_and_the_clock_is_open_to_all()
    {
        using var someone = await app.Running.SignInAsync("anna", Role.Registrar);
        (await someone.GetAsync("/.local/messages", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var anybody = app.Running.Anonymous();
        (await anybody.GetAsync("/.local/clock", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await anybody.GetAsync("/.local/klocka", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/.auth/login/local", 200)]
    [InlineData("/.auth/me", 401)]
    [InlineData("/.auth/nothing", 404)]
    [InlineData("/.local/klocka", 200)]
    [InlineData("/.local/clock", 200)]
    [InlineData("/.local/messages", 401)]
    public async Task Every_answer_carries_the_security_headers(string path, int status)
    {
        using var client = app.Running.Anonymous();
        using var response = await client.GetAsync(path, Cancellation);
        ((int)response.StatusCode).ShouldBe(status);
        ShouldBeGuarded(response);
    }

    [Fact]
    public async Task Bare_refusals_and_who_one_is_carry_them_too()
    {
        using var client = await app.Running.SignInAsync("anna", Role.Registrar);
        using var me = await client.GetAsync("/.auth/me", Cancellation);
        ShouldBeGuarded(me);
        client.DefaultRequestHeaders.Host = "example.org";
        using var foreign = await client.GetAsync("/", Cancellation);
        foreign.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ShouldBeGuarded(foreign);
    }

    [Theory]
    [InlineData("https://{0}", HttpStatusCode.Forbidden)]
    [InlineData("http://{0}0", HttpStatusCode.Forbidden)]
    [InlineData("http://example.org", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://{0}", HttpStatusCode.SeeOther)]
    public async Task A_write_is_ours_by_scheme_host_and_port(string origin, HttpStatusCode expected)
    {
        using var client = app.Running.Anonymous();
        client.DefaultRequestHeaders.Clear();
        client.DefaultRequestHeaders.Add("Origin",
            origin.Replace("{0}", app.Running.Address.Authority, StringComparison.Ordinal));
        using var response = await client.PostFormAsync("/.auth/login/local",
            [new("user", "anna"), new("role", "handlaggare")]);
        response.StatusCode.ShouldBe(expected);
        ShouldBeGuarded(response);
    }

    [Theory]
    [InlineData("/", 8_001)]
    [InlineData("/.auth/me?", 8_200)]
    [InlineData("/.local/klocka?dag=", 20_000)]
    [InlineData("/principal?", 60_000)]
    public async Task An_address_that_is_too_long_is_a_guarded_414(string path, int length)
    {
        using var client = app.Running.Anonymous();
        using var response = await client.GetAsync(path + new string('a', length - path.Length), Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
        ShouldBeGuarded(response);
    }

    [Theory]
    [InlineData("/.auth/login/local", "utf-7")]
    [InlineData("/.auth/login/local", "key")]
    [InlineData("/.auth/login/local", "boundary")]
    [InlineData("/.local/klocka", "utf-7")]
    [InlineData("/.local/klocka", "key")]
    [InlineData("/.local/klocka", "boundary")]
    [InlineData("/.auth/login/local", "no boundary")]
    [InlineData("/.local/klocka", "no boundary")]
    [InlineData("/.auth/login/local", "long boundary")]
    [InlineData("/.local/klocka", "long boundary")]
    [InlineData("/.auth/login/local", "many")]
    [InlineData("/.local/klocka", "many")]
    public async Task A_form_that_cannot_be_read_is_refused_in_Swedish(string path, string fault)
    {
        using var client = app.Running.Anonymous();
        using var content = Malformed(fault);
        using var response = await client.PostAsync(path, content, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("Formul");
    }

    [Fact]
    public async Task A_clock_step_in_a_character_set_that_is_not_taken_is_refused_too()
    {
        using var client = app.Running.Anonymous();
        using var content = new StringContent("""{"advanceBy":"P1D"}""");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-7");
        using var response = await client.PostAsync("/.local/clock", content, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static StringContent Malformed(string fault)
    {
        var body = fault switch
        {
            "key" => $"{new string('k', 3000)}=1",
            "many" => string.Join('&', Enumerable.Range(0, 1_100).Select(n => $"k{n}=1")),
            _ => "user=anna&role=handlaggare&steg=P1D",
        };
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(fault switch
        {
            "utf-7" => "application/x-www-form-urlencoded; charset=utf-7",
            "key" or "many" => "application/x-www-form-urlencoded",
            "no boundary" => "multipart/form-data",
            "long boundary" => $"multipart/form-data; boundary={new string('b', 400)}",
            _ => "multipart/form-data; boundary=something-else",
        });
        return content;
    }

    private static void ShouldBeGuarded(HttpResponseMessage response)
    {
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    public sealed class App : IAsyncLifetime
    {
        private AppFixture? _app;

        public AppFixture Running => _app!;

        public async ValueTask InitializeAsync() => _app = await AppFixture.StartAsync(new()
        {
            Application = TestApplication.Of(typeof(PrincipalFunctions)),
        });

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
