using System.Text;
using Azure.Data.Tables;

namespace Oversight.Functions.Storage;

/// <summary>A text longer than one property may be (32K characters), over numbered properties of one entity.</summary>
internal static class SplitText
{
    /// <summary>What fits in one entity with room for its other properties.</summary>
    internal const int MaxLength = 480_000;
    private const int PartLength = 32_000;

    internal static void Set(TableEntity entity, string name, string text)
    {
        var part = 0;
        for (var start = 0; start < text.Length || part == 0;)
        {
            var length = Math.Min(PartLength, text.Length - start);
            // Half a surrogate pair cannot be written.
            if (length == PartLength && char.IsHighSurrogate(text[start + length - 1]))
                length--;
            entity[$"{name}{part++}"] = text.Substring(start, length);
            start += length;
        }
    }

    internal static string? Get(TableEntity entity, string name)
    {
        if (entity.GetString($"{name}0") is not { } first)
            return null;
        if (!entity.ContainsKey($"{name}1"))
            return first;
        var text = new StringBuilder(first);
        for (var part = 1; entity.GetString($"{name}{part}") is { } next; part++)
            text.Append(next);
        return text.ToString();
    }
}
