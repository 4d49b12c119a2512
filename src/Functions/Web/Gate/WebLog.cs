using Microsoft.Extensions.Logging;
using Oversight.Functions.Dependencies;

namespace Oversight.Functions.Web.Gate;

/// <summary>What the edge writes to the log: stable ids, no personal data, no addresses with their queries.</summary>
internal static partial class WebLog
{
    [LoggerMessage(1000, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(ILogger logger, Exception exception, string function);

    [LoggerMessage(1001, LogLevel.Warning, "Function {Function} was answered with 503: {Dependency} does not answer")]
    public static partial void Unavailable(ILogger logger, Exception exception, string function, Dependency dependency);

    [LoggerMessage(1002, LogLevel.Warning, "Function {Function} refused a cross-site request (Sec-Fetch-Site: {Site})")]
    public static partial void CrossSiteRefused(ILogger logger, string function, string site);

    [LoggerMessage(1003, LogLevel.Information, "Function {Function} was answered with {Status}: {Code}")]
    public static partial void RequestRefused(ILogger logger, string function, int status, string code);

    [LoggerMessage(1004, LogLevel.Information, "Function {Function} was not allowed for the roles {Roles}")]
    public static partial void NotAllowed(ILogger logger, string function, string roles);

    [LoggerMessage(1005, LogLevel.Warning,
        "Nobody is signed in: WEBSITE_AUTH_ENABLED is not true, so the platform's authentication cannot be trusted and "
            + "its header is not read")]
    public static partial void AuthenticationIsOff(ILogger logger);

    [LoggerMessage(1006, LogLevel.Error,
        "Function {Function} failed after its answer had begun; the connection is cut")]
    public static partial void FailedHalfway(ILogger logger, Exception exception, string function);
}
