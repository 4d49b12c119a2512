using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Providers.Operations;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Providers;

public static class ProviderServices
{
    public static IServiceCollection AddProviders(this IServiceCollection services) => services
        .AddStreamKind(ProviderStream.Kind)
        .AddStreamKind(UnitStream.Kind)
        .AddStreamKind(ImportStream.Kind)
        .AddSingleton<ManagerNames>()
        .AddSingleton<UnitContacts>()
        .AddSingleton<UnitProviders>()
        .AddEffect<UnitFollower>()
        .AddEffect<UnitArrival>()
        .AddSingleton<UnitCodes>()
        .AddSingleton<IEffectHandler>(provider => provider.GetRequiredService<UnitCodes>())
        .AddSingleton<ProviderDesk>()
        .AddSingleton<UnitDesk>()
        .AddSingleton<RegisterReader>()
        .AddSingleton<ISearchSource, RegisterSearch>()
        .AddSingleton<ImportFiles>()
        .AddSingleton<Imports>()
        .AddEffect<ImportRun>()
        .AddSingleton<RegisterCalls>()
        .AddSingleton<RegisterOpener>()
        .AddSingleton<RegisterTimeline>()
        .AddSubject<ProviderSubject, OpenProvider>()
        .AddSubject<AgreementSubject, OpenAgreement>()
        .AddSubject<UnitSubject, OpenUnit>()
        .AddCreation<RegisterProvider, RegisterScene>()
        .AddCreation<RegisterUnit, OpenProvider>()
        .AddSingleton<ImportApi>()
        .AddSingleton<IRefusalTexts, ProviderRefusalTexts>()
        .AddSingleton<IApiDescription, RegisterApiDescription>()
        .AddSingleton<IToDoSource, RegisterToDo>();
}
