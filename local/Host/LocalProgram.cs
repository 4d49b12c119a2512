using System.Runtime.InteropServices;
using Oversight.Local.Host.Logging;
using Oversight.Local.Host.Machine;

namespace Oversight.Local.Host;

/// <summary>The host as a program: one line when it answers, and a quiet end when it is asked to stop.</summary>
public static class LocalProgram
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
#pragma warning disable RS0030 // A composition root: here the real clock comes in.
            var real = TimeProvider.System;
#pragma warning restore RS0030
            if (arguments is [LocalRestore.Verb, ..])
                return await LocalRestore.RunAsync([.. arguments.Skip(1)], real, stop.Token);
            RefuseOtherAddresses();
            var options = CommandLine.Parse(arguments);
            options = options with
            {
                Logging = logging => logging.AddHostLog(options.DataFolder, real),
                Progress = new Lines()
            };
            Console.WriteLine(
                "Lokal provmiljö för en enda dator: svarar bara på 127.0.0.1 och ska aldrig driftsättas.");
            await using var host = await LocalHost.StartAsync(options, stop.Token);
            Console.WriteLine($"Lyssnar på {host.Address.ToString().TrimEnd('/')}");
            Console.WriteLine(Welcome(host.Address));
            host.Log.Started(host.Address, Environment.ProcessId);
            await Task.WhenAny(Task.Delay(Timeout.Infinite, stop.Token), host.StorageLost);
            var lost = host.StorageLost.IsCompletedSuccessfully ? await host.StorageLost : null;
            if (lost is not null)
                host.Log.StorageIsLost(lost);
            Console.WriteLine("Stoppar …");
            host.Log.Stopping();
            await host.StopAsync();
            return lost is null ? 0 : 1;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Settings of other ASP.NET programs on the machine must not open this one to the network.</summary>
    private static void RefuseOtherAddresses()
    {
        foreach (var name in new[] { "ASPNETCORE_URLS", "DOTNET_URLS" })
        {
            var value = Environment.GetEnvironmentVariable(name);
            var isElsewhere = value?.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Any(address => !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback)) ?? false;
            if (isElsewhere)
                throw new StartRefusedException(
                    $"Värden lyssnar bara på 127.0.0.1. Ta bort miljövariabeln {name} ({value}) och välj port med "
                        + "--port.");
        }
    }

    private static string Welcome(Uri address) => $"""
        Öppna adressen i en webbläsare och prova:
          1. Logga in ({new Uri(address, "/.auth/login/local")}): välj en roll.
          2. Lämna en synpunkt som handläggare och se den under Mina synpunkter.
          3. Bedöm den som kvalitetsutvecklare och se hur enhetens risk ändras.
          4. Flytta klockan till 1 mars ({new Uri(address, "/.local/klocka")}) och se årsplanen.
        Avsluta med Ctrl+C.
        """;

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(value);
    }
}
