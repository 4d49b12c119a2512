using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Pages;

namespace Oversight.Local.Host.Durable;

internal static class DurableSetup
{
    public static IServiceCollection AddLocalOrchestrations(this IServiceCollection services, DurableEngine engine) =>
        services
            .AddSingleton(engine)
            .AddSingleton<DurableDueWork>()
            .AddSingleton<IDueWork>(provider => provider.GetRequiredService<DurableDueWork>())
            .AddSingleton<ILocalEndpoints, DurableEndpoint>()
            .AddHostedService(provider => provider.GetRequiredService<DurableDueWork>());
}
