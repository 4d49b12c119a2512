using System.IO.Compression;
using System.Xml;

namespace Oversight.Functions.Concerns;

/// <summary>
/// A Word file as Word opens it: which part is the document is said by the package's relations, not by its name. Macros and what
/// is fetched from outside are found the same way, and macros by their content too.
/// </summary>
internal static class WordPackage
{
    private const int MostEntries = 5_000;
    private const int MostRead = 4 * 1024 * 1024;
    private const int MostReadInAll = 64 * 1024 * 1024;
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static readonly string[] ActiveRelations = ["/vbaProject", "/wordVbaData", "/control", "/activeXControlBinary", "/keyMapCustomizations"];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] MacroStorage = System.Text.Encoding.Unicode.GetBytes("_VBA_PROJECT");

    /// <summary>A document without macros and without anything that is fetched when it is opened.</summary>
    public static bool IsPlainDocument(BinaryData content)
    {
        try
        {
            using var package = new ZipArchive(content.ToStream(), ZipArchiveMode.Read);
            if (package.Entries.Count > MostEntries || package.Entries.Sum(entry => Math.Min(entry.Length, MostRead)) > MostReadInAll)
                return false;
            if (package.Entries.GroupBy(entry => Name(entry.FullName), StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
                return false;
            var parts = package.Entries.ToDictionary(entry => Name(entry.FullName), StringComparer.OrdinalIgnoreCase);
            return MainPart(parts) is { } main && parts.ContainsKey(main)
                && TypesAllow(parts["[Content_Types].xml"], main)
                && parts.Where(part => part.Key.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).All(part => RelationsAllow(part.Value))
                && !parts.Values.Any(HoldsMacros);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or NotSupportedException)
        {
            return false;
        }
    }

    private static string? MainPart(Dictionary<string, ZipArchiveEntry> parts) =>
        parts.ContainsKey("[Content_Types].xml") && parts.TryGetValue("_rels/.rels", out var roots)
            ? Elements(roots, "Relationship").Where(relation => relation("Type").EndsWith("/officeDocument", StringComparison.Ordinal))
                .Select(relation => Name(relation("Target"))).FirstOrDefault()
            : null;

    private static bool TypesAllow(ZipArchiveEntry types, string main)
    {
        var overrides = Elements(types, "Override").Select(type => (Part: Name(type("PartName")), Type: type("ContentType"))).ToList();
        var defaults = Elements(types, "Default").Select(type => (Ending: type("Extension"), Type: type("ContentType"))).ToList();
        var ofMain = overrides.Where(type => type.Part.Equals(main, StringComparison.OrdinalIgnoreCase)).Select(type => type.Type)
            .Concat(defaults.Where(type => main.EndsWith($".{type.Ending}", StringComparison.OrdinalIgnoreCase)).Select(type => type.Type)).FirstOrDefault();
        return string.Equals(ofMain, Main, StringComparison.OrdinalIgnoreCase)
            && !overrides.Select(type => type.Type).Concat(defaults.Select(type => type.Type)).Any(IsActive);
    }

    private static bool IsActive(string type) =>
        type.Contains("vba", StringComparison.OrdinalIgnoreCase) || type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    /// <summary>A link that a reader may click is the only thing outside that is let through.</summary>
    private static bool RelationsAllow(ZipArchiveEntry relations) => Elements(relations, "Relationship").TrueForAll(relation =>
        !Array.Exists(ActiveRelations, active => relation("Type").EndsWith(active, StringComparison.OrdinalIgnoreCase))
        && (!relation("TargetMode").Equals("External", StringComparison.OrdinalIgnoreCase)
            || relation("Type").EndsWith("/hyperlink", StringComparison.Ordinal)));

    private static bool HoldsMacros(ZipArchiveEntry part)
    {
        var head = Read(part, CompoundFile.Length);
        return head.AsSpan().SequenceEqual(CompoundFile) && Read(part, MostRead).AsSpan().IndexOf(MacroStorage) >= 0;
    }

    private static List<Func<string, string>> Elements(ZipArchiveEntry part, string name)
    {
        if (part.Length > MostRead)
            throw new InvalidDataException("A part that only names others is never so large.");
        var found = new List<Func<string, string>>();
        using var content = new MemoryStream(Read(part, MostRead));
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != name)
                continue;
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.MoveToNextAttribute())
                attributes[xml.LocalName] = xml.Value;
            found.Add(attribute => attributes.GetValueOrDefault(attribute, ""));
        }

        return found;
    }

    private static byte[] Read(ZipArchiveEntry part, int most)
    {
        using var content = part.Open();
        var kept = new byte[Math.Min(part.Length, most)];
        return kept[..content.ReadAtLeast(kept, kept.Length, throwOnEndOfStream: false)];
    }

    private static string Name(string path) => Uri.UnescapeDataString(path).Replace('\\', '/').TrimStart('/');
}
