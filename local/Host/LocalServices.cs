using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Demonstration;
using Oversight.Local.Host.Functions;
using Oversight.Local.Host.Http;
using Oversight.Local.Host.SignIn;

namespace Oversight.Local.Host;

/// <summary>What the host itself registers, beside the application.</summary>
internal static class LocalServices
{
    public static IServiceCollection AddLocalHost(
        this IServiceCollection services, HostedApplication application, HostSettings settings, DataFolder folder, DomainClock clock)
    {
        var pipeline = new WorkerPipeline(services);
        application.UseMiddleware(pipeline);
        return services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(clock)
            .AddSingleton(folder)
            .AddSingleton(settings)
            .AddSingleton(pipeline)
            .AddSingleton(FunctionCatalogue.Of(application.FunctionTypes))
            .AddSingleton<FunctionInvoker>()
            .AddSingleton(provider => RouteTable.Of(
                provider.GetRequiredService<FunctionCatalogue>(), settings, provider.GetRequiredService<IInlineConstraintResolver>()))
            .AddSingleton<FunctionDispatcher>()
            .AddSingleton<ClockMover>()
            .AddSingleton<SignInCookie>()
            .AddSingleton<SignInChoices>()
            .AddSingleton<DemonstrationWriter>()
            .AddSingleton<IDemonstration, MunicipalityDemonstration>()
            .AddSingleton<ILocalEndpoints, ClockEndpoints>()
            .AddSingleton<ILocalEndpoints, SignInEndpoints>();
    }
}
