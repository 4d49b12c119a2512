using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Oversight.Core.Tests;

/// <summary>The rooms of the house and the doors between them, read from the built assembly and from the source.</summary>
public partial class ArchitectureTests
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
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
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

    [Fact]
    public void The_application_is_the_same_code_for_Azure_and_for_one_machine() =>
        Sources("src").Where(file => ConditionalCompilation().IsMatch(File.ReadAllText(file))).ShouldBeEmpty();

    [Fact]
    public void Only_the_start_of_a_program_chooses_a_clock() =>
        Sources("src").Concat(Sources("local"))
            .Where(file => File.ReadAllText(file).Contains("TimeProvider.System", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .Except(ClockChoosers)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("Storage")]
    [InlineData("Identity")]
    public void A_technical_room_knows_no_capability(string room)
    {
        var capabilities = new[] { "Providers", "Concerns", "Risk", "Planning", "Home" };
        Sources(Path.Combine("src", "Functions", room))
            .Where(file => capabilities.Any(name =>
                Regex.IsMatch(File.ReadAllText(file), $@"using Oversight\.(Functions\.)?{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_application_does_not_know_its_local_host() =>
        Sources("src")
            .Where(file => File.ReadAllText(file).Contains("Oversight.Local", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static readonly string[] ClockChoosers = ["OversightServices.cs", "StorageServices.cs", "PlatformClock.cs", "LocalHost.cs", "DomainClock.cs"];

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "oversight-functions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the test's folder.");
    }

    [GeneratedRegex(@"^\s*#if\b", RegexOptions.Multiline)]
    private static partial Regex ConditionalCompilation();
}
