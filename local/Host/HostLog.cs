namespace Oversight.Local.Host;

internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "Allt hann inte bli klart innan värden stoppade")]
    public static partial void CutOff(this ILogger log, Exception unfinished);

    [LoggerMessage(2, LogLevel.Error, "En adress som bara finns lokalt misslyckades")]
    public static partial void LocalAddressFailed(this ILogger log, Exception failure);

    [LoggerMessage(9311, LogLevel.Information, "Värden är i gång på {Address} (process {Pid})")]
    public static partial void Started(this ILogger log, Uri address, int pid);

    [LoggerMessage(9312, LogLevel.Information, "Värden stoppar")]
    public static partial void Stopping(this ILogger log);

    [LoggerMessage(9313, LogLevel.Critical, "{Message}")]
    public static partial void StorageIsLost(this ILogger log, string message);
}
