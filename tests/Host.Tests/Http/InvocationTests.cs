using System.Net;
using System.Net.Http.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Http;

public sealed class InvocationTests : IAsyncLifetime
{
    private AppFixture _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await AppFixture.StartAsync(new()
        {
            Application = TestApplication.Of(typeof(InvocationFunctions))
                .With(pipeline => pipeline.UseMiddleware<OuterMiddleware>().UseMiddleware<InnerMiddleware>()),
            Services = services => services.AddScoped<Visit>(),
        });
        _client = _app.Anonymous();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_call_gets_a_new_instance_that_shares_its_services_with_the_request()
    {
        var first = await _client.GetStringAsync("/calls", Cancellation);
        var second = await _client.GetStringAsync("/calls", Cancellation);
        first.ShouldStartWith("1 True");
        second.ShouldStartWith("1 True");
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_registered()
    {
        using var response = await _client.GetAsync("/calls", Cancellation);
        response.Headers.GetValues("X-Order").ShouldBe(["outer", "inner"]);
    }

    [Fact]
    public async Task Middleware_may_answer_in_the_functions_place()
    {
        using var response = await _client.GetAsync("/throws?stop=1", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("stopped");
    }

    [Fact]
    public async Task Middleware_sees_and_may_replace_what_the_function_returned_before_it_is_rendered()
    {
        using var response = await _client.GetAsync("/renders?replace=1", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe("replaced True");
    }

    [Theory]
    [InlineData("/throws")]
    [InlineData("/renders")]
    public async Task An_exception_that_nobody_caught_is_an_empty_500_with_nothing_half_written(string path)
    {
        using var response = await _client.GetAsync(path, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBeEmpty();
        response.Headers.Contains("X-Half").ShouldBeFalse();
        _app.Log.Problems.ShouldContain("misslyckades");
    }

    [Fact]
    public async Task An_action_result_is_run_as_well()
    {
        using var response = await _client.GetAsync("/action", Cancellation);
        ((int)response.StatusCode).ShouldBe(418);
    }

    [Fact]
    public async Task A_function_without_result_answers_with_what_it_wrote()
    {
        using var response = await _client.GetAsync("/nothing", Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("X-Written").ShouldBeTrue();
    }

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("x-ms-client-principal-id")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-IDP")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ANYTHING")]
    [InlineData("X_MS_CLIENT_PRINCIPAL")]
    [InlineData("X-MS-TOKEN-AAD-ACCESS-TOKEN")]
    public async Task A_principal_header_sent_from_outside_never_reaches_a_function(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/headers");
        request.Headers.TryAddWithoutValidation(name, "forged").ShouldBeTrue();
        using var response = await _client.SendAsync(request, Cancellation);
        (await response.Content.ReadFromJsonAsync<Dictionary<string, string>>(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_signed_in_stays_so_whatever_header_is_sent_along()
    {
        using var signedIn = await _app.SignInAsync("anna", Role.CaseOfficer, "aldrenamnden");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/headers");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL-ID", "someone-else");
        using var response = await signedIn.SendAsync(request, Cancellation);
        var headers = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>(Cancellation);
        headers!["X-MS-CLIENT-PRINCIPAL-ID"].ShouldBe("anna");
        headers["X-MS-CLIENT-PRINCIPAL-IDP"].ShouldBe("aad");
    }

    [Fact]
    public async Task A_request_under_a_name_that_is_not_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/calls") { Headers = { Host = "example.org" } };
        using var response = await _client.SendAsync(request, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
