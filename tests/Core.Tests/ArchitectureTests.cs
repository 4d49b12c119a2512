using System.Reflection;
using System.Runtime.CompilerServices;

namespace Oversight.Core.Tests;

/// <summary>
/// What Core may know and be, read from the built assembly. The rooms around it: ArchitectureTests of Functions.Tests.
/// </summary>
public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Id).Assembly;
    internal static readonly string Root = FindRoot();

    [Fact]
    public void Core_references_the_base_class_library_alone() =>
        Core.GetReferencedAssemblies().Select(name => name.Name!)
            .ShouldAllBe(name => name == "System.Runtime" || name.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("System.Net")]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Console")]
    [InlineData("System.Threading")]
    public void Core_does_no_input_output_and_waits_for_nothing(string room) =>
        Core.GetReferencedAssemblies().Select(name => name.Name!)
            .ShouldNotContain(name => name == room || name.StartsWith(room + ".", StringComparison.Ordinal));

    [Fact]
    public void Nothing_public_in_Core_can_be_changed_after_it_was_made() =>
        Core.GetExportedTypes()
            .SelectMany(type =>
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter
                               && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_union_is_closed() =>
        Core.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, IsSealed: false, IsInterface: false })
            .Where(type => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length > 0)
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    // What the compiler was told to leave out is in no assembly, so this one is read from the source.
    [Fact]
    public void The_application_is_the_same_code_for_Azure_and_for_one_machine() =>
        Sources("src")
            .Where(file => File.ReadLines(file)
                .Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal))).ShouldBeEmpty();

    internal static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
                || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "oversight-functions.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("The solution was not found above the test's folder.");
    }
}
