namespace Oversight.Local.Host.Emulator;

internal static partial class AzuriteKeeperLog
{
    [LoggerMessage(9301, LogLevel.Warning,
        "Lagringen (Azurite, process {Pid}) har dött eller svarar inte. Den startas igen.")]
    public static partial void AzuriteIsGone(this ILogger log, int pid);

    [LoggerMessage(9302, LogLevel.Warning, "Lagringen är i gång igen (process {Pid}).")]
    public static partial void AzuriteStartedAgain(this ILogger log, int pid);

    [LoggerMessage(9303, LogLevel.Error, "Lagringen gick inte att starta, försök {Attempt} av {Most}.")]
    public static partial void AzuriteDidNotStart(this ILogger log, Exception failure, int attempt, int most);

    [LoggerMessage(9304, LogLevel.Critical,
        "Disken är nästan full: {Free} MB ledigt där {Folder} ligger. Lagringen stoppas, med allt skrivet, "
            + "och appen svarar att den är borta. Den startas igen när {Needed} MB är lediga.")]
    public static partial void DiskIsFull(this ILogger log, long free, string folder, long needed);
}
