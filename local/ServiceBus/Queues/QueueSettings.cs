namespace Oversight.Local.ServiceBus.Queues;

/// <param name="MaxDeliveryCount">After so many deliveries a message is put aside.</param>
/// <param name="DomainClock">What scheduled messages wait for.</param>
/// <param name="RealClock">What locks run out on.</param>
internal sealed record QueueSettings(
    string Name, int MaxDeliveryCount, TimeSpan LockDuration, TimeProvider DomainClock, TimeProvider RealClock);
