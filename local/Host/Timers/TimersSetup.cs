using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Emulator;

namespace Oversight.Local.Host.Timers;

internal static class TimersSetup
{
    public static IServiceCollection AddLocalTimers(this IServiceCollection services, LocalTables tables) => services
        .AddSingleton(new TimerStore(tables.Open("localtimers")))
        .AddSingleton<LocalTimers>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<LocalTimers>())
        .AddHostedService(provider => provider.GetRequiredService<LocalTimers>());
}
