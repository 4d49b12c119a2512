using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Functions.Messaging;

public static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => Connect(configuration));
        services.AddSingleton<QueueSenders>();
        services.AddSingleton<MessageHandling>();
        services.AddSingleton<Jobs>();
        services.AddSingleton<DeadLetters>();
        return services;
    }

    /// <summary>Makes a handler of the queue <c>jobs</c> known.</summary>
    public static IServiceCollection AddJobHandler<T>(this IServiceCollection services)
        where T : class, IJobHandler => services.AddSingleton<IJobHandler, T>();

    /// <summary>
    /// The same two forms of the setting that the trigger reads: a connection string, or a namespace and our own
    /// identity.
    /// </summary>
    private static ServiceBusClient Connect(IConfiguration configuration)
    {
        if (configuration[$"{QueueNames.Connection}:fullyQualifiedNamespace"] is { Length: > 0 } address)
            return new ServiceBusClient(address, new DefaultAzureCredential(), Options());
        return configuration[QueueNames.Connection] is { Length: > 0 } connection
            ? new ServiceBusClient(connection, Options())
            : throw new InvalidOperationException($"The setting {QueueNames.Connection} is missing.");
    }

    // Once more, at once: a connection that lay idle is gone when it is used. A request does not wait for all of this
    // (Bus). A try has time for what a first call does in Azure: a token, a connection, a session and a link.
    private static ServiceBusClientOptions Options() => new()
    {
        RetryOptions = new ServiceBusRetryOptions
        {
            MaxRetries = 1,
            Delay = TimeSpan.FromMilliseconds(150),
            MaxDelay = TimeSpan.FromSeconds(1),
            TryTimeout = TimeSpan.FromSeconds(5),
        },
    };
}
