using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Home;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Providers.Pages;
using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;

namespace Oversight.Functions.Concerns;

public static class ConcernServices
{
    public static IServiceCollection AddConcerns(this IServiceCollection services) => services
        .AddStreamKind(ConcernStream.Kind)
        .AddWaitingKind(ConcernWaiting.Kind)
        .AddSingleton<ConcernKeys>()
        .AddSingleton<ConcernUnits>()
        .AddSingleton<ConcernAttachments>()
        .AddSingleton<ConcernReporting>()
        .AddSingleton<ConcernDesk>()
        .AddSingleton<ConcernLists>()
        .AddSingleton<ConcernTimeline>()
        .AddSingleton<ILookup, UnitLookup>()
        .AddSubject<ConcernSubject, OpenConcern>()
        .AddSingleton<IToDoSource, ConcernToDo>()
        .AddSingleton<IProviderSection, ProviderConcerns>()
        .AddSingleton<IRefusalTexts, ConcernRefusalTexts>()
        .AddSingleton<IApiDescription, ConcernApiDescription>();
}
