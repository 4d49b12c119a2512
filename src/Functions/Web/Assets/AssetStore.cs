using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Oversight.Functions.Web.Assets;

/// <summary>
/// Style sheets, scripts and the icon, embedded in the assembly. The address holds the content's hash, so a browser may
/// keep it for ever.
/// </summary>
public sealed class AssetStore
{
    private const string Prefix = "Assets/";
    private readonly FrozenDictionary<string, Asset> _assets;

    public AssetStore()
    {
        var assembly = typeof(AssetStore).Assembly;
        _assets = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Read(assembly.GetManifestResourceStream(name)!, name[Prefix.Length..]))
            .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    /// <summary>The address of an asset; throws for a name that is not embedded.</summary>
    public string Path(string name) => _assets.TryGetValue(name, out var asset)
        ? $"/assets/{asset.Hash}/{name}"
        : throw new InvalidOperationException($"There is no asset '{name}'.");

    public Asset? Find(string hash, string name) =>
        _assets.TryGetValue(name, out var asset) && asset.Hash == hash ? asset : null;

    private static Asset Read(Stream stream, string name)
    {
        using (stream)
        {
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var content = memory.ToArray();
            return new Asset(
                name, Convert.ToHexStringLower(SHA256.HashData(content))[..16], content, ContentType(name));
        }
    }

    private static string ContentType(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No content type is known for '{other}'."),
    };
}

public sealed record Asset(string Name, string Hash, ReadOnlyMemory<byte> Content, string ContentType);
