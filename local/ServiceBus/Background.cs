using Amqp.Framing;
using Microsoft.Extensions.Logging;
using Oversight.Local.ServiceBus.Wire;

namespace Oversight.Local.ServiceBus;

/// <summary>Work that nobody waits for: AMQP frames arrive on a thread that must not be held.</summary>
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

    /// <summary>Starts on the caller's thread, so that what arrives first is first in line. The answer always follows.</summary>
    public static async Task AnswerAsync(ILogger logger, Func<Task<Error?>> work, Action<Error?> answer)
    {
        Error? error;
        try
        {
            error = await work().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure);
            error = WireError.Internal(failure);
        }

        answer(error);
    }

    [LoggerMessage(9711, LogLevel.Error, "Oväntat fel i den lokala meddelandetjänsten")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
