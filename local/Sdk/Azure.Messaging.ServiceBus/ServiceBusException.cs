namespace Azure.Messaging.ServiceBus;

public class ServiceBusException(
    string message, ServiceBusFailureReason reason, string? entityPath = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ServiceBusFailureReason Reason { get; } = reason;

    public bool IsTransient => Reason is ServiceBusFailureReason.ServiceCommunicationProblem
        or ServiceBusFailureReason.ServiceTimeout or ServiceBusFailureReason.ServiceBusy;

    public override string Message { get; } = $"{message} ({reason}, {entityPath})";
}

public enum ServiceBusFailureReason
{
    GeneralError = 0,
    MessagingEntityNotFound = 1,
    MessageLockLost = 2,
    MessageNotFound = 3,
    MessageSizeExceeded = 4,
    MessagingEntityDisabled = 5,
    QuotaExceeded = 6,
    ServiceBusy = 7,
    ServiceTimeout = 8,
    ServiceCommunicationProblem = 9,
    SessionCannotBeLocked = 10,
    SessionLockLost = 11,
    MessagingEntityAlreadyExists = 12,
}
