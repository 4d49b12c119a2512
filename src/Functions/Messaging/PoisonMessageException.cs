namespace Oversight.Functions.Messaging;

/// <summary>
/// A message that will never succeed as it stands: it goes to the dead-letter queue at once.
/// </summary>
/// <param name="reason">
/// Stable code, shown to administrators: <c>message.malformed-json</c>, or the code of a refusal.
/// </param>
/// <param name="description">What is wrong, without anything the message says about a person.</param>
public sealed class PoisonMessageException(string reason, string description,
    Exception? inner = null) : Exception(description, inner)
{
    public string Reason { get; } = reason;

    public string Description { get; } = description;

    /// <summary>A message whose content the rules refuse: the code of the first refusal, and all codes.</summary>
    public static PoisonMessageException Refused(IReadOnlyList<Refusal> reasons) =>
        new(reasons[0].Code, string.Join(
            ", ", reasons.Select(r => r.Field is null ? r.Code : $"{r.Code} ({r.Field})")));
}
