using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Durable;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Messaging;
using Oversight.Local.Host.Worker;
using Oversight.Local.ServiceBus;

namespace Oversight.Local.Host;

/// <summary>The whole application on one machine: what Azure does for it is done here, on loopback only.</summary>
public static class LocalHost
{
    /// <exception cref="StartRefusedException">With a message for whoever started it.</exception>
    public static async Task<RunningHost> StartAsync(LocalHostOptions options, CancellationToken cancellation = default)
    {
        RefuseTakenPort(options.Port);
#pragma warning disable RS0030 // The composition root is where the real clock is chosen.
        var real = TimeProvider.System;
#pragma warning restore RS0030
        // One for the whole host, so that a file is written by one writer.
        var logs = LoggerFactory.Create(logging => options.Logging?.Invoke(logging));
        var parts = new HostParts();
        parts.Add(logs);
        try
        {
            var folder = parts.Add(DataFolder.Take(Path.GetFullPath(options.DataFolder)));
            var clock = parts.Add(new DomainClock(real, folder.File("clock.json"), options.Clock));
            AzuriteKeeper? azurite = null;
            if (options.StorageConnectionString is null)
            {
                options.Progress?.Report("Startar Azurite …");
                azurite = parts.Add(await AzuriteKeeper.StartAsync(
                    new(AzuriteScript(options.Root), folder.Path) { LowSpace = options.LowDiskSpace }, real,
                    cancellation));
            }

            var storage = options.StorageConnectionString ?? azurite!.Endpoints.ConnectionString();
            var broker = parts.Add(await StartBrokerAsync(options, storage, clock, real, logs, cancellation));
            var settings = ApplicationSettings.Read(options, storage, broker.ConnectionString);

            var application = options.Application ?? HostedApplication.Oversight(options.Root);
            var processes = new WorkerProcessLauncher(application, folder, real);
            var worker = new FunctionWorker(options.Worker ?? processes, real, logs);
            var held = new HeldMessages();
            var endpoint = parts.Add(await WorkerEndpoint.StartAsync(worker, held, logs, cancellation));
            parts.Add(worker);
            var catalogue = await worker.StartAsync(
                id => new WorkerLaunch(endpoint.Address, id, settings, clock, clock.SharedFile), cancellation);

            var durable = new DurableOptions(Path.Combine(options.Root, "host.json"), options.Port, options.Progress);
            var engine = parts.Add(
                await DurableEngine.StartAsync(durable, settings, catalogue, worker, real, logs, cancellation));

            var front = parts.Add(HostFront.Build(
                new()
                {
                    Options = options,
                    Folder = folder,
                    Clock = clock,
                    Settings = settings,
                    Tables = new LocalTables(settings),
                    Worker = worker,
                    Catalogue = catalogue,
                    Engine = engine,
                    Broker = broker,
                    Held = held,
                    Logs = logs,
                }));
            await front.StartAsync(cancellation);
            azurite?.Watch(logs.CreateLogger<AzuriteKeeper>());
            await DemonstrationLoad.OnceAsync(options, application, processes, settings, folder, clock, cancellation);
            return new(front, clock, azurite, storage, logs, parts);
        }
        catch (Exception failure)
        {
            await parts.DisposeAsync();
            if (IsTaken(failure))
                throw PortTaken(options.Port, failure);
            throw;
        }
    }

    public static string AzuriteScript(string root) =>
        Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");

    private static Task<Broker> StartBrokerAsync(
        LocalHostOptions options, string storage, DomainClock clock, TimeProvider real, ILoggerFactory logs,
        CancellationToken cancellation)
    {
        var tables = new LocalTables(new Dictionary<string, string>
        {
            ["Oversight:Storage:ConnectionString"] = storage,
            ["Oversight:Storage:Prefix"] = options.Settings.GetValueOrDefault("Oversight:Storage:Prefix") ?? "",
        });
        var queues = QueueSettings.Read(Path.Combine(options.Root, "local", "servicebus.json"),
            options.Application?.Queues ?? []);
        return Broker.StartAsync(
            new BrokerOptions
            {
                Table = tables.Open("localmessages"),
                Queues = [.. queues.Select(queue => new BrokerQueue(queue.Name, queue.MaxDeliveryCount))],
                DomainClock = clock,
                RealClock = real,
                LoggerFactory = logs,
            },
            cancellation);
    }

    private static void RefuseTakenPort(int port)
    {
        if (port == 0)
            return;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            probe.Start();
        }
        catch (SocketException taken)
        {
            throw PortTaken(port, taken);
        }
    }

    private static bool IsTaken(Exception failure) =>
        failure is AddressInUseException || failure.InnerException is AddressInUseException;

    private static StartRefusedException PortTaken(int port, Exception inner) =>
        new($"Port {port} på 127.0.0.1 är upptagen eller får inte användas. Välj en annan med --port.", inner);
}
