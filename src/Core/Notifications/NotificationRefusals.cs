namespace Oversight.Notifications;

/// <summary>What a letter says no to. The codes are contracts with callers.</summary>
public static class NotificationRefusals
{
    /// <summary>It was never queued.</summary>
    public const string Unknown = "notification.unknown";

    /// <summary>Sent or dropped: there is nothing to bring.</summary>
    public const string Over = "notification.over";
}
