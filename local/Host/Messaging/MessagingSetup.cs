using Azure.Messaging.ServiceBus.Local;
using Oversight.Functions.Messaging;
using Oversight.Local.Host.Clock;

namespace Oversight.Local.Host.Messaging;

internal static class MessagingSetup
{
    /// <summary>The bus under the name that the application's own setting carries.</summary>
    public static IServiceCollection AddLocalMessages(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new LocalMessagesOptions(
            LocalBus.NamespaceOf(configuration[QueueNames.Connection]!), LocalTables.Open(configuration, "localmessages")))
        .AddSingleton<LocalMessages>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<LocalMessages>())
        .AddSingleton<ILocalEndpoints, MessagesEndpoint>()
        .AddHostedService(provider => provider.GetRequiredService<LocalMessages>());
}
