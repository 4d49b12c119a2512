using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Tests.Web;

/// <summary>Everything the application registers, for what can be asked without a host.</summary>
internal static class Application
{
    public static ServiceProvider Services { get; } = Build();

    private static ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Oversight:Settings"] = Path.Combine(AppContext.BaseDirectory, "settings", "nacka"),
            ["Oversight:Storage:ConnectionString"] = "UseDevelopmentStorage=true",
            ["ServiceBus"] = "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=local",
        }).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(new FixedTime())
            .AddOversight(configuration)
            .BuildServiceProvider();
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2027, 1, 15, 8, 0, 0, TimeSpan.Zero);
    }
}
