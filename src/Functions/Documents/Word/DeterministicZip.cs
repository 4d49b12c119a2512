using System.IO.Compression;

namespace Oversight.Functions.Documents.Word;

/// <summary>
/// A package written again with its entries in a fixed order and at a fixed time, so that equal content is equal bytes.
/// </summary>
internal static class DeterministicZip
{
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Rewrite(byte[] package)
    {
        using var rewritten = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var target = new ZipArchive(rewritten, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(Order).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
                Copy(entry, target);
        }

        return rewritten.ToArray();
    }

    // Programs that look into the file to tell what it is expect the content types first.
    private static int Order(ZipArchiveEntry entry) => entry.FullName switch
    {
        "[Content_Types].xml" => 0,
        "_rels/.rels" => 1,
        _ => 2,
    };

    private static void Copy(ZipArchiveEntry entry, ZipArchive target)
    {
        var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = FixedTime;
        copy.ExternalAttributes = 0;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }
}
