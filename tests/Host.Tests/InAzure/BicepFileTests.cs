using Oversight.Testkit;

namespace Oversight.Host.Tests.InAzure;

/// <summary>What an engineer would run over the files before a deployment.</summary>
public sealed class BicepFileTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("test.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task The_whole_compiles_and_the_linter_has_nothing_to_say(string file)
    {
        Assert.SkipWhen(BicepTool.WhyMissing is not null, BicepTool.WhyMissing ?? "");
        var (exitCode, output) = await BicepTool.RunAsync(BicepTool.Folder, Deployment.MustBeGiven, "lint", file);
        output.Trim().ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("bicep")]
    [InlineData("bicepparam")]
    public async Task Every_file_is_formatted(string kind)
    {
        Assert.SkipWhen(BicepTool.WhyMissing is not null, BicepTool.WhyMissing ?? "");
        using var copy = new TemporaryFolder();
        BicepTool.CopyTo(copy.Path);
        var (exitCode, output) = await BicepTool.RunAsync(copy.Path, [], "format", "--pattern", $"**/*.{kind}");
        exitCode.ShouldBe(0, output);
        foreach (var file in Directory.EnumerateFiles(copy.Path, $"*.{kind}", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(copy.Path, file);
            File.ReadAllText(Path.Combine(BicepTool.Folder, name))
                .ShouldBe(File.ReadAllText(file), $"Run: bicep format infra/bicep/{name}");
        }
    }
}
