namespace Oversight.Local.ServiceBus.Queues;

/// <summary>How a settlement went.</summary>
internal enum Settlement
{
    Done,
    LockLost,
    TableAway,
    NotAllowed,
}
