using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Microsoft.Extensions.Logging;
using Oversight.Local.ServiceBus.Queues;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>Answers to a client that may have left meanwhile.</summary>
internal static partial class Answers
{
    public static void Answer(this MessageContext context, Error? error, ILogger logger) => TrySay(logger, () =>
    {
        if (error is null)
            context.Complete();
        else
            context.Complete(error);
    });

    /// <summary>
    /// AMQP frames arrive on a thread that must not be held: nobody waits for this. It starts on that thread, so that
    /// what arrives first is first in line. The answer always follows.
    /// </summary>
    public static async Task AnswerAsync(ILogger logger, Func<Task<Error?>> work, Action<Error?> answer)
    {
        Error? error;
        try
        {
            error = await work().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Background.LogFailed(logger, failure);
            error = WireError.Internal(failure);
        }

        answer(error);
    }

    public static bool TrySay(ILogger logger, Action say)
    {
        try
        {
            say();
            return true;
        }
        catch (Exception gone) when (gone is AmqpException or ObjectDisposedException or InvalidOperationException)
        {
            LogGone(logger, gone);
            return false;
        }
    }

    [LoggerMessage(9712, LogLevel.Debug, "Klienten är borta och får inget svar")]
    private static partial void LogGone(ILogger logger, Exception gone);
}
