using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Oversight.Functions.Maintenance.Restoring;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Maintenance.Exports;

internal static class ExportServices
{
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => ExportOptions.From(provider.GetRequiredService<IConfiguration>()));
        return services
            .AddSingleton<ExportStore>()
            .AddSingleton<Exporter>()
            .AddSingleton<Restore>()
            .AddSingleton<RestoreRows>()
            .AddSingleton<RestoreTarget>()
            .AddHealthPart<ExportHealth>("exports");
    }
}
