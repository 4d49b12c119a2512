using Microsoft.Extensions.Logging;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>Work that nobody waits for.</summary>
internal static partial class Background
{
    public static async Task RunAsync(ILogger logger, Func<Task> work)
    {
        await Task.Yield();
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure);
            throw;
        }
    }

    [LoggerMessage(9711, LogLevel.Error, "Oväntat fel i den lokala meddelandetjänsten")]
    internal static partial void LogFailed(ILogger logger, Exception failure);
}
