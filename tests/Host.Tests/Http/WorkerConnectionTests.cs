using System.Net;
using System.Net.Sockets;
using Oversight.Host.Tests.Clock;
using Oversight.Local.Host.Http;

namespace Oversight.Host.Tests.Http;

public sealed class WorkerConnectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_opens_a_moment_after_it_was_named_is_waited_for()
    {
        var port = FreePort();
        using var client = new HttpMessageInvoker(
            new WorkerConnection(new FixedTime(DateTimeOffset.UnixEpoch), new SocketsHttpHandler()));
        using var request = Request(port);

        var answer = client.SendAsync(request, Cancellation);
        await Task.Delay(200, Cancellation);
        answer.IsCompleted.ShouldBeFalse();
        using var server = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        server.Start();
        var asked = await server.GetContextAsync();
        asked.Response.StatusCode = 204;
        asked.Response.Close();

        using var response = await answer;
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_server_that_never_opens_is_given_up()
    {
        using var client = new HttpMessageInvoker(
            new WorkerConnection(new FixedTime(DateTimeOffset.UnixEpoch), new SocketsHttpHandler()));
        using var request = Request(FreePort());

        var given = await Should.ThrowAsync<HttpRequestException>(() => client.SendAsync(request, Cancellation));

        given.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
    }

    private static HttpRequestMessage Request(int port) =>
        new(HttpMethod.Post, $"http://127.0.0.1:{port}/") { Content = new StringContent("en fråga") };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
