using Oversight.Local.ServiceBus.Storage;

namespace Oversight.Local.ServiceBus.Queues;

/// <summary>A client that takes messages as long as it has given credit.</summary>
internal interface IReceiver
{
    /// <summary>Receive and delete: a message is gone when it is handed out.</summary>
    bool Deletes { get; }

    bool TryTakeCredit();

    void GiveCreditBack();

    /// <summary>False when the client is gone.</summary>
    bool TrySend(StoredMessage message, Guid token, DateTimeOffset lockedUntil);
}
