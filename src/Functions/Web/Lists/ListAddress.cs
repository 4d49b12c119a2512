namespace Oversight.Functions.Web.Lists;

/// <summary>The address of a list with what it is narrowed to.</summary>
public static class ListAddress
{
    /// <summary>Parts without a value are left out.</summary>
    public static string Of(string address, params IEnumerable<(string Name, string Value)> parts)
    {
        var asked = string.Join(
            '&',
            parts.Where(part => part.Value.Length > 0)
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return asked.Length == 0 ? address : $"{address}?{asked}";
    }

    /// <summary>With one part more.</summary>
    public static string With(this string address, string name, string value) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
