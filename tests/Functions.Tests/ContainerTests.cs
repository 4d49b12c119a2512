using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Oversight.Functions.Tests;

/// <summary>The container as Program makes it, with nothing of the local host or of a test in it.</summary>
public sealed class ContainerTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_AddOversight_registers_is_complete_by_itself(string environment)
    {
        await using var container = Build(environment);

        container.GetRequiredService<IHostEnvironment>().EnvironmentName.ShouldBe(environment);
        container.GetRequiredService<TimeProvider>().GetType().Assembly.ShouldBe(typeof(TimeProvider).Assembly);
        container.GetServices<IHostedService>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task Every_class_of_functions_can_be_made(string environment)
    {
        await using var container = Build(environment);
        using var invocation = container.CreateScope();

        var classes = typeof(OversightServices).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
                && !type.IsAbstract)
            .ToList();

        classes.ShouldNotBeEmpty();
        foreach (var type in classes)
            ActivatorUtilities.CreateInstance(invocation.ServiceProvider, type).ShouldBeOfType(type);
    }

    private static ServiceProvider Build(string environment)
    {
        var builder = OversightWorker.CreateBuilder([]);
        builder.Environment.EnvironmentName = environment;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Functions:Worker:HostEndpoint"] = "http://127.0.0.1:1",
            ["Functions:Worker:RequestId"] = "1",
            ["Functions:Worker:WorkerId"] = "1",
            ["Functions:Worker:GrpcMaxMessageLength"] = "1000000",
            ["Oversight:Storage:ConnectionString"] = "UseDevelopmentStorage=true",
            ["ServiceBus"] =
                "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;",
        });
        builder.Services.AddOversight(builder.Configuration);
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions
        { ValidateOnBuild = true, ValidateScopes = true });
    }
}
