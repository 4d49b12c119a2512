using System.Reflection;
using System.Runtime.InteropServices;
using Oversight.Local.Host;

namespace Oversight.Host.Tests.InAzure;

/// <summary>The Bicep compiler from its NuGet package, run over <c>infra/bicep</c>.</summary>
internal static class BicepTool
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Find(), "infra", "bicep");

    /// <summary>The package holds a program for one kind of machine.</summary>
    public static string? WhyMissing { get; } =
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64
            ? null
            : "The Bicep compiler on the feed is for Linux on x64.";

    public static Task<(int ExitCode, string Output)> RunAsync(
        string folder, IEnumerable<KeyValuePair<string, string>> variables, params string[] arguments) =>
        Command.RunAsync(Program(), folder, variables, arguments);

    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Program()
    {
        var package = typeof(BicepTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "BicepPackage").Value!;
        var program = Path.Combine(package, "tools", "bicep");
        if (OperatingSystem.IsLinux() && !File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute))
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        return program;
    }
}
