using System.IO.Compression;
using System.Xml;

namespace Oversight.Functions.Attachments;

/// <summary>What may be made of a file that could be a Word document.</summary>
internal enum WordContent
{
    /// <summary>Something else, or damaged.</summary>
    NotWord,

    /// <summary>A Word document that runs something, or fetches something from outside, when it is opened.</summary>
    Active,

    Plain,
}

/// <summary>
/// A Word file as Word opens it: which part is the document is said by the package's relations, not by its name. Macros
/// and what is fetched from outside are found the same way, and macros by their content too.
/// </summary>
internal static class WordPackage
{
    private const int MostEntries = 5_000;
    private const int MostRead = 4 * 1024 * 1024;
    private const int MostReadInAll = 64 * 1024 * 1024;
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Documents and templates, with and without macros.</summary>
    private static readonly string[] WordFamilies =
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.", "application/vnd.ms-word."];
    private static readonly string[] ActiveRelations =
        ["/vbaProject", "/wordVbaData", "/control", "/activeXControlBinary", "/keyMapCustomizations"];
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] MacroStorage = System.Text.Encoding.Unicode.GetBytes("_VBA_PROJECT");

    public static WordContent Judge(BinaryData content)
    {
        try
        {
            using var package = new ZipArchive(content.ToStream(), ZipArchiveMode.Read);
            return Judge(package);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or NotSupportedException)
        {
            return WordContent.NotWord;
        }
    }

    private static WordContent Judge(ZipArchive package)
    {
        if (package.Entries.Count > MostEntries
            || package.Entries.Sum(entry => Math.Min(entry.Length, MostRead)) > MostReadInAll)
            return WordContent.NotWord;
        if (package.Entries.GroupBy(entry => Name(entry.FullName), StringComparer.OrdinalIgnoreCase).Any(
            same => same.Count() > 1))
            return WordContent.NotWord;
        var parts = package.Entries.ToDictionary(entry => Name(entry.FullName), StringComparer.OrdinalIgnoreCase);
        if (MainPart(parts) is not { } main || !parts.ContainsKey(main))
            return WordContent.NotWord;
        var types = TypesOf(parts["[Content_Types].xml"], main);
        if (types.OfMain is not { } ofMain || !Array.Exists(
            WordFamilies, family => ofMain.StartsWith(family, StringComparison.OrdinalIgnoreCase)))
            return WordContent.NotWord;
        // All of them are read before anything is said, so that a damaged part is found wherever it stands.
        var allow = parts.Where(part => part.Key.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            .Select(part => RelationsAllow(part.Value)).ToList();
        return ofMain.Equals(Main, StringComparison.OrdinalIgnoreCase) && !types.All.Exists(IsActive)
            && allow.TrueForAll(allowed => allowed) && !parts.Values.Any(HoldsMacros)
            ? WordContent.Plain
            : WordContent.Active;
    }

    private static string? MainPart(Dictionary<string, ZipArchiveEntry> parts) =>
        parts.ContainsKey("[Content_Types].xml") && parts.TryGetValue("_rels/.rels", out var roots)
            ? Elements(roots, "Relationship").Where(
                relation => relation("Type").EndsWith("/officeDocument", StringComparison.Ordinal))
                .Select(relation => Name(relation("Target"))).FirstOrDefault()
            : null;

    private static (string? OfMain, List<string> All) TypesOf(ZipArchiveEntry types, string main)
    {
        var overrides = Elements(types, "Override")
            .Select(type => (Part: Name(type("PartName")), Type: type("ContentType"))).ToList();
        var defaults = Elements(types,
            "Default").Select(type => (Ending: type("Extension"), Type: type("ContentType"))).ToList();
        var ofMain = overrides.Where(type => type.Part.Equals(main, StringComparison.OrdinalIgnoreCase))
            .Select(type => type.Type)
            .Concat(defaults.Where(type => main.EndsWith($".{type.Ending}", StringComparison.OrdinalIgnoreCase))
                .Select(type => type.Type)).FirstOrDefault();
        return (ofMain, [.. overrides.Select(type => type.Type), .. defaults.Select(type => type.Type)]);
    }

    private static bool IsActive(string type) =>
        type.Contains("vba", StringComparison.OrdinalIgnoreCase) || type.Contains(
            "macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    private static bool RelationsAllow(ZipArchiveEntry relations) =>
        Elements(relations, "Relationship").TrueForAll(relation =>
        !Array.Exists(ActiveRelations, active => Is(relation, active)) && (
            IsWithin(relation) || IsAllowedOutside(relation)));

    /// <summary>
    /// A part of the same file. One that names another place without saying that it is outside is not believed.
    /// </summary>
    private static bool IsWithin(Func<string, string> relation) =>
        !relation("TargetMode").Equals("External", StringComparison.OrdinalIgnoreCase)
        && !relation("Target").Contains(':', StringComparison.Ordinal)
        && !relation("Target").Replace('\\', '/').StartsWith("//", StringComparison.Ordinal);

    /// <summary>
    /// A link waits until a reader clicks on it. Nearly every organisation's own letters name the template they were
    /// made from: a name, a disk or a server of the reader's own is where nobody else can have put one.
    /// </summary>
    private static bool IsAllowedOutside(Func<string, string> relation) =>
        Is(relation, "/hyperlink") || (Is(relation, "/attachedTemplate") && NearbyFile.Is(relation("Target")));

    private static bool Is(Func<string, string> relation, string type) =>
        relation("Type").EndsWith(type, StringComparison.OrdinalIgnoreCase);

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
        using var xml = XmlReader.Create(
            content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
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
