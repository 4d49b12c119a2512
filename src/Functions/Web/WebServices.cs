using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Oversight.Functions.Identity;
using Oversight.Functions.Web.Assets;
using Oversight.Functions.Web.Gate;
using Oversight.Functions.Web.Lists;

namespace Oversight.Functions.Web;

public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = BodyLimits.Server);
        services.AddHostedService<PlatformAuthentication>();
        return services
            .AddPageCompression()
            .AddSingleton<Municipality>()
            .AddSingleton<Conflicts>()
            .AddSingleton<StandIns>()
            .AddSingleton<StaffDirectory>()
            .AddSingleton<IRefusalTexts, WebRefusalTexts>()
            .AddSingleton<RefusalCatalogue>()
            .AddSingleton<CommandContexts>()
            .AddSingleton<StockholmTime>()
            .AddSingleton<LastVisits>()
            .AddSingleton<PublicAddress>()
            .AddSingleton<AssetStore>()
            .AddSingleton<IApiDescription, WebApiDescription>()
            .AddSingleton<ApiReading>()
            .AddSingleton<OpenApiDocument>();
    }

    /// <summary>Outermost first.</summary>
    public static IFunctionsWorkerApplicationBuilder UseWeb(this IFunctionsWorkerApplicationBuilder builder) => builder
        .UseMiddleware<SpanMiddleware>()
        .UseMiddleware<ErrorMiddleware>()
        .UseMiddleware<HeadersMiddleware>()
        .UseMiddleware<CrossSiteMiddleware>()
        .UseMiddleware<BodyLimitMiddleware>()
        .UseMiddleware<IdentityMiddleware>()
        .UseMiddleware<StaffMiddleware>();
}
