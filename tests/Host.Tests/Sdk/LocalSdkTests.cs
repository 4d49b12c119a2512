using System.Reflection;
using Azure.Data.Tables;
using Oversight.Functions;
using Oversight.Local.Host;

namespace Oversight.Host.Tests.Sdk;

/// <summary>local/Sdk stands in for Microsoft's packages: the same shapes, and not one member more than is used.</summary>
public sealed class LocalSdkTests
{
    private static readonly Assembly[] Sdk =
        [typeof(TableClient).Assembly, typeof(System.IO.Hashing.NonCryptographicHashAlgorithm).Assembly];

    private static string Tests { get; } = Path.Combine(RepositoryRoot.Find(), "tests");

    [Fact]
    public void Every_member_has_the_official_shape()
    {
        var official = File.ReadAllLines(Path.Combine(Tests, "Host.Tests/Sdk/official-signatures.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .ToHashSet(StringComparer.Ordinal);
        var declared = Sdk.SelectMany(PublicSurface.Of).ToHashSet(StringComparer.Ordinal);

        var differences = declared.Except(official).Select(line => $"+ {line}")
            .Concat(official.Except(declared).Select(line => $"- {line}"));

        differences.ShouldBeEmpty(
            "local/Sdk (+) and the official signatures (-) differ: correct local/Sdk, or enter the new member as the official listing has it");
    }

    [Fact]
    public void No_member_is_declared_that_nobody_uses()
    {
        var used = new UsedMembers(Users());
        foreach (var assembly in new[] { typeof(OversightServices).Assembly, typeof(LocalSdkTests).Assembly })
            used.AddNamedArguments(assembly);

        SdkUse.UnusedMembers(Sdk, used).ShouldBeEmpty("take them out of local/Sdk (build the whole solution first: other tests may use them)");
    }

    [Fact]
    public void No_type_is_declared_that_nobody_uses() => SdkUse.UnusedTypes(Sdk, new UsedMembers(Users())).ShouldBeEmpty();

    [Fact]
    public void A_member_that_is_used_nowhere_is_found() =>
        SdkUse.UnusedMembers(Sdk, new UsedMembers([])).ShouldContain("Azure.Data.Tables.TableClient: virtual string Name { get; }");

    /// <summary>Everything of ours that is built, and the real packages that stand on what is declared.</summary>
    private static IEnumerable<string> Users()
    {
        var here = AppContext.BaseDirectory;
        var output = Path.GetRelativePath(Path.Combine(Tests, "Host.Tests"), here);
        return Directory.GetDirectories(Tests)
            .Select(project => Path.Combine(project, output))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "Oversight.*.dll"))
            .Where(file => Path.GetFileName(file) != Path.GetFileName(Sdk[0].Location))
            .Concat(Directory.GetFiles(here, "Azure.Storage.*.dll"));
    }
}
