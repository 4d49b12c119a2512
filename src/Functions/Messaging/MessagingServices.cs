using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Home;
using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Messaging;

public static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => Connect(configuration));
        services.AddSingleton<MessageHandling>();
        services.AddSingleton<Jobs>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<IHealthCheckPart, MessageHealth>();
        services.AddSingleton<IHealthCheckPart, DeadLetterHealth>();
        services.AddSingleton<IToDoSource, DeadLetterToDo>();
        return services;
    }

    /// <summary>Makes a handler of the queue <c>jobs</c> known.</summary>
    public static IServiceCollection AddJobHandler<T>(this IServiceCollection services)
        where T : class, IJobHandler => services.AddSingleton<IJobHandler, T>();

    /// <summary>The same two forms of the setting that the trigger reads: a connection string, or a namespace and our own identity.</summary>
    private static ServiceBusClient Connect(IConfiguration configuration)
    {
        if (configuration[$"{QueueNames.Connection}:fullyQualifiedNamespace"] is { Length: > 0 } address)
            return new ServiceBusClient(address, new DefaultAzureCredential());
        return configuration[QueueNames.Connection] is { Length: > 0 } connection
            ? new ServiceBusClient(connection)
            : throw new InvalidOperationException($"The setting {QueueNames.Connection} is missing.");
    }
}
