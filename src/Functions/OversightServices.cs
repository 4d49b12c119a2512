using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Documents;
using Oversight.Functions.Concerns;
using Oversight.Functions.Home;
using Oversight.Functions.Providers;
using Oversight.Functions.Planning;
using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Functions;

/// <summary>Everything the application registers; the local host and the official worker call the same two methods.</summary>
public static class OversightServices
{
    public static IServiceCollection AddOversight(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings(configuration)
        .AddStorage(configuration)
        .AddMessaging(configuration)
        .AddProviders()
        .AddConcerns()
        .AddDocuments()
        .AddRisk()
        .AddPlanning()
        .AddWeb()
        .AddHome();

    /// <summary>Middleware, outermost first.</summary>
    public static IFunctionsWorkerApplicationBuilder UseOversight(this IFunctionsWorkerApplicationBuilder builder) => builder.UseWeb();
}
