using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Oversight.Functions.Web;

/// <summary>
/// Finds, before anything is read, the first property that the type does not know or needs and does not get.
/// </summary>
internal static class JsonShape
{
    public static Refusal? FindFault(JsonElement element, JsonTypeInfo type, string path = "") =>
        (element.ValueKind, type.Kind) switch
        {
            (JsonValueKind.Object, JsonTypeInfoKind.Object) => FindInObject(element, type, path),
            (JsonValueKind.Array, JsonTypeInfoKind.Enumerable) => FindInList(element, type, path),
            _ => null,
        };

    private static Refusal? FindInObject(JsonElement element, JsonTypeInfo type, string path)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in element.EnumerateObject())
        {
            var name = path + member.Name;
            var property = type.Properties.FirstOrDefault(
                candidate => candidate.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                return new Refusal(WebRefusals.UnknownProperty, name, ApiRequest.Shorten(name));
            seen.Add(member.Name);
            if (FindFault(member.Value, ApiJson.Options.GetTypeInfo(property.PropertyType), name + ".") is { } inner)
                return inner;
        }

        return type.Properties.FirstOrDefault(property => property.IsRequired
            && !seen.Contains(property.Name)) is { } missing
            ? new Refusal(WebRefusals.PropertyMissing, path + missing.Name, path + missing.Name)
            : null;
    }

    private static Refusal? FindInList(JsonElement element, JsonTypeInfo type, string path)
    {
        if (type.ElementType is not { } elementType)
            return null;
        var inner = ApiJson.Options.GetTypeInfo(elementType);
        return element.EnumerateArray()
            .Select((item, index) => FindInItem(item, inner, $"{path.TrimEnd('.')}[{index}]"))
            .FirstOrDefault(fault => fault is not null);
    }

    private static Refusal? FindInItem(JsonElement item, JsonTypeInfo type, string path) =>
        item.ValueKind == JsonValueKind.Null
        ? new Refusal(WebRefusals.ValueInvalid, path, path)
        : FindFault(item, type, path + ".");
}
