using Oversight.Local.Host.Clock;

namespace Oversight.Local.Host.Timers;

internal static class TimersSetup
{
    public static IServiceCollection AddLocalTimers(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new TimerStore(LocalTables.Open(configuration, "localtimers")))
        .AddSingleton<LocalTimers>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<LocalTimers>())
        .AddHostedService(provider => provider.GetRequiredService<LocalTimers>());
}
