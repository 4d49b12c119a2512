using Oversight.Local.Host.Clock;
using Oversight.Local.Host.Pages;
using Oversight.Local.ServiceBus;

namespace Oversight.Local.Host.Messaging;

internal static class MessagingSetup
{
    public static IServiceCollection AddLocalMessages(
        this IServiceCollection services, Broker broker, HeldMessages held) => services
            .AddSingleton(broker)
            .AddSingleton(held)
            .AddSingleton<LocalMessages>()
            .AddSingleton<IDueWork>(provider => provider.GetRequiredService<LocalMessages>())
            .AddSingleton<ILocalEndpoints, MessagesEndpoint>()
            .AddHostedService(provider => provider.GetRequiredService<LocalMessages>());
}
