namespace Oversight.Functions.Identity;

/// <summary>Which permission a function needs follows from the operation that its address names.</summary>
/// <param name="subject">Whose operations: <c>concern</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ByOperationAttribute(string subject) : Attribute
{
    /// <summary>The part of the route that names the operation.</summary>
    public const string Parameter = "operation";

    public string Subject { get; } = subject;
}

/// <summary>What the gate asks where a function says <see cref="ByOperationAttribute"/>.</summary>
public interface IOperationPermissions
{
    /// <summary>Null when there is no such operation.</summary>
    Permission? Needed(string subject, string operation);
}
