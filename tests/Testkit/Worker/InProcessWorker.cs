using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Oversight.Local.Host.Worker;

namespace Oversight.Testkit;

/// <summary>
/// The official worker in the test process: the same builder, channel and server as in a process of its own, so that a
/// test can put a part of its own in the container and reach what is inside.
/// </summary>
internal sealed class InProcessWorker(
    WorkerApplication application, Action<IServiceCollection>? more, ILoggerProvider log) : IWorkerLauncher
{
    private IHost? _host;

    public string Folder => AppContext.BaseDirectory;

    public IServiceProvider Services =>
        _host?.Services ?? throw new InvalidOperationException("Arbetaren är inte startad.");

    static InProcessWorker()
    {
        // Read by the worker from the process, the same for every worker in it.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_DIRECTORY", AppContext.BaseDirectory);
        // Dozens of workers that each watch their settings file use up the system's watchers.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }

    public async Task<ILaunchedWorker> LaunchAsync(WorkerLaunch launch, CancellationToken cancellation)
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            "--Functions:Worker:HostEndpoint", launch.Endpoint.ToString(),
            "--Functions:Worker:RequestId", Guid.NewGuid().ToString(),
            "--Functions:Worker:WorkerId", launch.WorkerId,
            "--Functions:Worker:GrpcMaxMessageLength", int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ]);
        builder.ConfigureFunctionsWebApplication();
        application.UseMiddleware(builder);
        // In a program of its own, generated code calls this; here the program is the test runner.
        new ServiceBusExtensionStartup().Configure(builder);
        new DurableTaskExtensionStartup().Configure(builder);
        builder.Configuration.AddInMemoryCollection(
            launch.Settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.ClearProviders()
            .AddProvider(log)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)
            .AddFilter("Azure", LogLevel.Warning);
        builder.Services.AddSingleton(launch.Clock);
        application.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddSingleton(application.Functions);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        ListenOnOwnPort(builder.Services);
        more?.Invoke(builder.Services);
        _host = builder.Build();
        var running = new Running(_host);
        await _host.StartAsync(cancellation);
        return running;
    }

    /// <summary>The worker's port is one for each process; several workers here need one each.</summary>
    private static void ListenOnOwnPort(IServiceCollection services)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        services.Configure<KestrelServerOptions>(server => server.Listen(IPAddress.Loopback, port));
        services.PostConfigure<WorkerOptions>(worker => worker.Capabilities["HttpUri"] = $"http://127.0.0.1:{port}/");
    }

    private sealed class Running : ILaunchedWorker
    {
        private readonly IHost _host;
        private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Running(IHost host)
        {
            _host = host;
            // A program that runs its host stops it when it is told to; nobody runs this one.
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
                .Register(() => _ = Task.Run(StopAsync));
        }

        public int? Pid => null;

        public Task<string> Ended => _ended.Task;

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            if (_host is IAsyncDisposable host)
                await host.DisposeAsync();
        }

        private async Task StopAsync()
        {
            try
            {
                await _host.StopAsync();
            }
            finally
            {
                _ended.TrySetResult("Arbetaren i testprocessen har stoppats.");
            }
        }
    }

    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
