using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Local.WorkerHook;

[assembly: HostingStartup(typeof(ClockStartup))]

namespace Oversight.Local.WorkerHook;

/// <summary>Puts the domain clock where the application takes its time from.</summary>
public sealed class ClockStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (DomainClock() is { } clock)
            builder.ConfigureServices(services => services.AddSingleton(clock));
    }

    /// <summary>Null: no host of this machine started the process.</summary>
    public static TimeProvider? DomainClock()
    {
#pragma warning disable RS0030 // A composition root: here the real clock comes in.
        return Environment.GetEnvironmentVariable("OVERSIGHT_LOCAL_CLOCK") is { Length: > 0 } file
            ? new SharedClock(TimeProvider.System, new SharedOffset(file))
            : null;
#pragma warning restore RS0030
    }
}
