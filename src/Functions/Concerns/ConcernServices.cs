using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Concerns;

public static class ConcernServices
{
    public static IServiceCollection AddConcerns(this IServiceCollection services) => services
        .AddStreamKind(ConcernStream.Kind)
        .AddSingleton<ConcernKeys>()
        .AddSingleton<ConcernUnits>()
        .AddSingleton<ConcernAttachments>()
        .AddSingleton<ConcernReporting>()
        .AddSingleton<ConcernDesk>()
        .AddSingleton<ConcernLists>()
        .AddSingleton<ConcernCommands>()
        .AddSingleton<IToDoSource, ConcernToDo>()
        .AddSingleton<IRefusalTexts, ConcernRefusalTexts>()
        .AddSingleton<IApiDescription, ConcernApiDescription>();
}
