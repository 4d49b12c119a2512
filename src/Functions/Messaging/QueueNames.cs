namespace Oversight.Functions.Messaging;

/// <summary>The queues of the system: contracts with other systems and with <c>infra/</c>.</summary>
/// <remarks>
/// None of them may have duplicate detection switched on: a message that waits for a dependency is sent again under the
/// same MessageId, and would be thrown away.
/// </remarks>
public static class QueueNames
{
    /// <summary>Name of the setting with the connection; <c>ServiceBus__fullyQualifiedNamespace</c> in Azure.</summary>
    public const string Connection = "ServiceBus";

    /// <summary>Concerns from other systems; the same rules as the API.</summary>
    public const string ConcernsInbound = "concerns-inbound";

    /// <summary>Notices to people.</summary>
    public const string Notifications = "notifications";

    /// <summary>The system's own work in parts: rebuild, exports, gallring.</summary>
    public const string Jobs = "jobs";

    /// <summary>Streams whose loop should look again (Waiting).</summary>
    public const string Wakes = "wakes";

    public static IReadOnlyList<string> All { get; } = [ConcernsInbound, Notifications, Jobs, Wakes];
}
