using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Messaging;

namespace Oversight.Functions.Maintenance.Rebuilding;

internal static class RebuildServices
{
    public static IServiceCollection AddRebuilding(this IServiceCollection services) => services
        .AddSingleton<RebuildTable>()
        .AddSingleton<RebuildStreams>()
        .AddSingleton<RebuildSweep>()
        .AddSingleton<Rebuilder>()
        .AddSingleton<IJobHandler>(provider => provider.GetRequiredService<Rebuilder>());
}
