using System.Collections.Frozen;
using System.Globalization;

namespace Oversight.Functions.Web;

/// <summary>
/// Every refusal's Swedish text, merged from the capabilities. A code with two texts stops the start.
/// </summary>
public sealed class RefusalCatalogue
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private readonly FrozenDictionary<string, string> _texts;

    public RefusalCatalogue(IEnumerable<IRefusalTexts> parts)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, text) in parts.SelectMany(part => part.Texts))
        {
            if (!texts.TryAdd(code, text))
                throw new InvalidOperationException($"The refusal '{code}' has two texts.");
        }

        _texts = texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Codes => _texts.Keys;

    public string Text(Refusal refusal) => Text(refusal.Code, refusal.Arguments);

    public string Text(string code, params IReadOnlyList<string> arguments) =>
        _texts.TryGetValue(code, out var text)
            ? string.Format(Swedish, text, [.. arguments.Select(Argument)])
            : throw new InvalidOperationException($"The refusal '{code}' has no text.");

    /// <summary>A number as one, so that a text may ask for it as people read it ({0:N0}).</summary>
    private static object Argument(string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == argument ? number : argument;
}
