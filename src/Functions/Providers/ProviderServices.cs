using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Home;
using Oversight.Functions.Messaging;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions.Providers;

public static class ProviderServices
{
    public static IServiceCollection AddProviders(this IServiceCollection services) => services
        .AddStreamKind(ProviderStream.Kind)
        .AddStreamKind(UnitStream.Kind)
        .AddStreamKind(ImportStream.Kind)
        .AddSingleton<ManagerNames>()
        .AddSingleton<UnitFollower>()
        .AddSingleton<IJobHandler>(provider => provider.GetRequiredService<UnitFollower>())
        .AddSingleton<ProviderDesk>()
        .AddSingleton<UnitDesk>()
        .AddSingleton<RegisterReader>()
        .AddSingleton<Imports>()
        .AddSingleton<IJobHandler>(provider => provider.GetRequiredService<Imports>())
        .AddSingleton<RegisterCalls>()
        .AddSingleton<RegisterApi>()
        .AddSingleton<ImportApi>()
        .AddSingleton<IRefusalTexts, ProviderRefusalTexts>()
        .AddSingleton<IApiDescription, RegisterApiDescription>()
        .AddSingleton<IToDoSource, RegisterToDo>();
}
