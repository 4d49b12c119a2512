using Amqp.Framing;
using Oversight.Local.ServiceBus.Queues;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>
/// Errors by the names and in the language that the service uses; the client turns them into its own exceptions.
/// </summary>
internal static class WireError
{
    public static Error NotFound(string address) => new("amqp:not-found")
    {
        Description = $"The messaging entity '{address}' could not be found.",
    };

    public static Error TooLarge(int limit) => new("amqp:link:message-size-exceeded")
    {
        Description = $"The message exceeds the limit of {limit} bytes.",
    };

    /// <summary>
    /// The client tries again. Its pause after "server busy" is ten seconds, which is long on one machine.
    /// </summary>
    public static Error TableAway => new("com.microsoft:timeout")
    {
        Description = "The table behind the queue does not answer. Nothing was done.",
    };

    public static Error LockLost => new("com.microsoft:message-lock-lost")
    {
        Description =
            "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the "
                + "queue.",
    };

    public static Error MessageNotFound =>
        new("com.microsoft:message-not-found") { Description = "There is no such scheduled message." };

    public static Error NotAllowed =>
        new("amqp:not-allowed") { Description = "A dead letter cannot be dead-lettered." };

    public static Error NotImplemented(string what) => new("amqp:not-implemented")
    {
        Description = $"The local broker does not know {what}.",
    };

    public static Error Internal(Exception failure) => new("amqp:internal-error") { Description = failure.Message };

    public static Error? For(Settlement settlement) => settlement switch
    {
        Settlement.LockLost => LockLost,
        Settlement.TableAway => TableAway,
        Settlement.NotAllowed => NotAllowed,
        _ => null,
    };
}
