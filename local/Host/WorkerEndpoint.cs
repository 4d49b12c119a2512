using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Messaging;
using Oversight.Local.Host.Worker;

namespace Oversight.Local.Host;

/// <summary>
/// Where workers connect: cleartext HTTP/2 on a free port of the loopback interface, apart from what browsers see.
/// </summary>
internal sealed class WorkerEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WorkerEndpoint(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    public static async Task<WorkerEndpoint> StartAsync(
        FunctionWorker worker, HeldMessages held, ILoggerFactory logs, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new()
        { ApplicationName = typeof(WorkerEndpoint).Assembly.GetName().Name });
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddRouting()
            .AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        builder.Services.AddSingleton(new WorkerRpc(worker)).AddSingleton(new SettlementService(held));
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<WorkerRpc>();
        app.MapGrpcService<SettlementService>();
        await app.StartAsync(cancellation);
        return new(app,
            new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
                .Single()));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
