using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Web.Gate;

/// <summary>
/// Whether App Service Authentication (or the local host in its place) signs people in; says so at start when it does
/// not.
/// </summary>
internal sealed class PlatformAuthentication(IConfiguration configuration,
    ILogger<PlatformAuthentication> logger) : IHostedService
{
    public static bool IsOn(IConfiguration configuration) =>
        bool.TryParse(configuration["WEBSITE_AUTH_ENABLED"], out var isOn) && isOn;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsOn(configuration))
            WebLog.AuthenticationIsOff(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
