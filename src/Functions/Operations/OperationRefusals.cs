namespace Oversight.Functions.Operations;

/// <summary>What an operation's edge says no to before any rule has been asked.</summary>
public static class OperationRefusals
{
    /// <summary>What was sent for a field is not of its kind.</summary>
    public const string ValueUnreadable = "operation.value-unreadable";
}
