namespace Oversight.Local.ServiceBus.Storage;

/// <summary>A message as the table knows it: the AMQP sections as they were sent, and where it stands.</summary>
/// <param name="Due">When it was scheduled for; a message that has become due keeps it.</param>
/// <param name="Deliveries">How many times it has been handed out.</param>
internal sealed record StoredMessage(
    long Number, byte[] Content, DateTimeOffset Enqueued, DateTimeOffset? Due, int Deliveries, bool DeadLettered);
