using Microsoft.Azure.WebJobs.Host.Config;

namespace Oversight.Local.Host.Durable;

#pragma warning disable CS0618 // Meant for hosts, and this is one: the extension does not start without it.
/// <summary>Where the extension believes that its management addresses are. They are not served here.</summary>
internal sealed class DurableWebHooks(Uri address) : IWebHookProvider
{
    public Uri GetUrl(IExtensionConfigProvider extension) => address;
}

internal static class DurableWebHooksSetup
{
    public static IServiceCollection AddWebHooks(this IServiceCollection services, Uri address) =>
        services.AddSingleton<IWebHookProvider>(new DurableWebHooks(address));
}
#pragma warning restore CS0618
