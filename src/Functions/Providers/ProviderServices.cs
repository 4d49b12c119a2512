using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Providers;

public static class ProviderServices
{
    public static IServiceCollection AddProviders(this IServiceCollection services) => services
        .AddStreamKind(ProviderStream.Kind)
        .AddStreamKind(UnitStream.Kind)
        .AddStreamKind(ImportStream.Kind);
}
