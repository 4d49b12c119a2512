using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Http;

/// <summary>The limits of the platform's front and of the worker behind it, with what a client sees of each.</summary>
public sealed class BodyLimitTests
{
    private const int WorkerLimit = 2000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_up_to_the_workers_limit_is_read()
    {
        await using var app = await StartAsync();
        using var client = app.Anonymous();
        using var response = await client.PostAsync("/length", new ByteArrayContent(new byte[WorkerLimit]),
            Cancellation);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe($"{WorkerLimit}");
    }

    [Fact]
    public async Task A_body_over_the_workers_limit_is_an_empty_500_as_on_the_platform()
    {
        await using var app = await StartAsync();
        using var client = app.Anonymous();
        using var response = await client.PostAsync("/length", new ByteArrayContent(new byte[WorkerLimit + 1]),
            Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBeEmpty();
        app.Log.Problems.ShouldContain("Length");
    }

    [Fact]
    public async Task A_body_over_the_fronts_limit_is_an_empty_500_before_any_function_is_asked()
    {
        await using var app = await StartAsync(workerLimit: 200_000_000);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Address.Port, Cancellation);
        var stream = client.GetStream();
        var head =
            "POST /length HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: "
                + $"{104_857_601.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync(Cancellation)).ShouldBe("HTTP/1.1 500 Internal Server Error");
    }

    private static Task<AppFixture> StartAsync(long workerLimit = WorkerLimit) => AppFixture.StartAsync(new()
    {
        Application = TestApplication.Of(typeof(InvocationFunctions)),
        Services = services => services
            .AddScoped<Visit>()
            .Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = workerLimit),
    });
}
