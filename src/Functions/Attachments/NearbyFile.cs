using System.Text.RegularExpressions;

namespace Oversight.Functions.Attachments;

/// <summary>
/// Whether the address of a file leads no further than the reader's own machine and network: a bare name, a disk, or a
/// server by its short name. What another can have set up, an internet name or a number, is somewhere else.
/// </summary>
internal static partial class NearbyFile
{
    public static bool Is(string address)
    {
        // Once only, as Word does; what is still escaped then hides something.
        var path = Uri.UnescapeDataString(address).Replace('\\', '/');
        if (path.Length == 0 || path.Contains('%', StringComparison.Ordinal) || path.Any(char.IsControl))
            return false;
        var isFile = path.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        var rest = isFile ? path["file:".Length..] : path;
        var slashes = rest.Length - rest.TrimStart('/').Length;
        rest = rest[slashes..];
        if (OnDisk().IsMatch(rest))
            return true;
        return slashes >= 2 ? OnServer().IsMatch(rest) : slashes == 0 && !isFile && rest.Length > 0 && !rest.Contains(
            ':', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\A[A-Za-z]:/[^:]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex OnDisk();

    // Not 0x7F000001 and not 2130706433, which are addresses; .local and .internal are nobody's on the internet.
    [GeneratedRegex(
        @"\A(?!0[xX])(?![0-9]+/)[A-Za-z0-9_-]{1,63}(?:(?:\.[A-Za-z0-9_-]{1,63}){0,5}\.(?:local|internal))?/[^:]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnServer();
}
