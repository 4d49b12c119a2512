using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Oversight.Local.ServiceBus;

/// <summary>A queue; its dead letters come with it.</summary>
public sealed record BrokerQueue(string Name, int MaxDeliveryCount = 10);

public sealed record BrokerOptions
{
    /// <summary>The table that is the record of all messages. Only one broker at a time may use it.</summary>
    public required TableClient Table { get; init; }

    public required IReadOnlyList<BrokerQueue> Queues { get; init; }

    /// <summary>0 takes any free port.</summary>
    public int Port { get; init; }

    public TimeSpan LockDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What scheduled messages wait for.</summary>
    public required TimeProvider DomainClock { get; init; }

    /// <summary>What locks run out on: the client compares them with the machine's own clock.</summary>
    public required TimeProvider RealClock { get; init; }

    public ILoggerFactory? LoggerFactory { get; init; }
}
