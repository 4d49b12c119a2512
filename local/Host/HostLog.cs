namespace Oversight.Local.Host;

internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "Allt hann inte bli klart innan värden stoppade")]
    public static partial void CutOff(this ILogger log, Exception unfinished);

    [LoggerMessage(2, LogLevel.Error, "En adress som bara finns lokalt misslyckades")]
    public static partial void LocalAddressFailed(this ILogger log, Exception failure);
}
