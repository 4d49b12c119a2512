namespace Oversight.Local.ServiceBus.Queues;

/// <summary>What a queue holds. Waiting are those that are due, locked ones included.</summary>
public sealed record QueueState(string Queue, int Waiting, int Locked, int Scheduled, int DeadLettered);
