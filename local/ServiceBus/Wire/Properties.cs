using Amqp.Types;

namespace Oversight.Local.ServiceBus.Wire;

/// <summary>Properties that a settlement changes on a message.</summary>
internal static class Properties
{
    public static IReadOnlyDictionary<string, object?> Of(Map? map)
    {
        var properties = new Dictionary<string, object?>();
        foreach (var (name, value) in map ?? [])
            properties[name.ToString()!] = value;
        return properties;
    }
}
