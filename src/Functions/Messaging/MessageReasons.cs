namespace Oversight.Functions.Messaging;

/// <summary>
/// Why messages were put aside, beside the codes of refusals. Stable: shown to administrators and counted.
/// </summary>
public static class MessageReasons
{
    public const string MalformedJson = "message.malformed-json";
    public const string UnknownType = "message.unknown-type";
    public const string UnknownVersion = "message.unknown-version";
    public const string DependencyUnavailable = "message.dependency-unavailable";
}
