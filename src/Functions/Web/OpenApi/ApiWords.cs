namespace Oversight.Functions.Web;

/// <summary>
/// What the properties of answers mean, as the capabilities tell it: by <c>Type.property</c>, or by the property alone.
/// </summary>
internal sealed class ApiWords(IEnumerable<IApiDescription> descriptions)
{
    private readonly Dictionary<string, string> _words = descriptions.SelectMany(description => description.Words)
        .ToDictionary(StringComparer.Ordinal);

    public string? Find(string type, string property) =>
        _words.GetValueOrDefault($"{type}.{property}") ?? _words.GetValueOrDefault(property);
}

/// <summary>The forms of what stands in addresses.</summary>
internal static class Patterns
{
    public static string Id { get; } = $"^[0-9a-hjkmnp-tv-z]{{{Oversight.Id.Length}}}$";
}
