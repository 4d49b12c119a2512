using System.Runtime.CompilerServices;
using Amqp;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>
/// The library counts a transfer after it has written it. A client that is quick to answer tells of one transfer more
/// than has been counted, and with the unlimited window that the official client gives, the sum wraps to nothing: the
/// session then keeps everything back until the client happens to speak again. The client's window is never full here,
/// so it is opened again.
/// </summary>
internal static class SessionWindow
{
    private const uint Plenty = 1_000_000;

    public static void Open(Session session)
    {
        ref var window = ref Of(session);
        if (window == 0)
            window = Plenty;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "outgoingWindow")]
    private static extern ref uint Of(Session session);
}
