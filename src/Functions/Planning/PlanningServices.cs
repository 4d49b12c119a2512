using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Operations;
using Oversight.Functions.Planning.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Planning;

public static class PlanningServices
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddStreamKind(PlanStream.Kind)
        .AddStreamKind(DailyRunStream.Kind)
        .AddEffect<PlanDocuments>()
        .AddSingleton<Plans>()
        .AddSingleton<PlanInputs>()
        .AddSingleton<PlanHistory>()
        .AddSingleton<PlanLists>()
        .AddSubject<PlanSubject, OpenPlan>()
        .AddCreation<Draft, PlanScene>()
        .AddSingleton<IToDoSource, PlanToDo>()
        .AddSingleton<IRefusalTexts, PlanRefusalTexts>()
        .AddSingleton<IApiDescription, PlanApiDescription>();
}
