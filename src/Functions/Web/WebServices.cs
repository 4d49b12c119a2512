using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Web;

public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddProblemDetails();
        return services;
    }

    public static IFunctionsWorkerApplicationBuilder UseWeb(this IFunctionsWorkerApplicationBuilder builder) => builder;
}
