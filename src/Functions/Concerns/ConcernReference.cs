using System.Text.RegularExpressions;

namespace Oversight.Functions.Concerns;

/// <summary>
/// A row that a reference leads to. The reference is a part of an id: that two concerns share one is all but
/// impossible, and harmless.
/// </summary>
public sealed record ConcernReferenceRow(Id ConcernId);

/// <summary>
/// Reads the reference of a concern as people write it: any case, with or without the dashes, O for 0.
/// </summary>
public static partial class ConcernReference
{
    /// <summary>As it is written in lists (<c>S-4K7QP-2M9XD</c>); null for what is no reference.</summary>
    public static string? Read(string? typed) =>
        Shape().Match(TypedText.Code(typed).ToUpperInvariant()) is { Success: true } found
            ? $"S-{Digits(found.Groups[1].Value)}-{Digits(found.Groups[2].Value)}"
            : null;

    // The alphabet of ids has no I, L, O and U, so that what is read aloud can be written down.
    private static string Digits(string text) => text.Replace('O', '0').Replace('I', '1').Replace('L', '1');

    [GeneratedRegex("^S[- ]?([0-9A-TV-Z]{5})[- ]?([0-9A-TV-Z]{5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
