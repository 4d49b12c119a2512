using Microsoft.Extensions.Configuration;

namespace Oversight.Functions.Web;

/// <summary>Where the outside world finds the application: for links in letters.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>Without a slash at its end.</summary>
    public string Root =>
        (configuration["Oversight:PublicAddress"] is { Length: > 0 } told
            ? told
            : $"https://{configuration["WEBSITE_HOSTNAME"]}")
            .TrimEnd('/');
}
