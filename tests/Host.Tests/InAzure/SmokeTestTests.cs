using Oversight.Local.Host;
using Oversight.Testkit;

namespace Oversight.Host.Tests.InAzure;

/// <summary>The script that looks at a deployment, run against the system on this machine.</summary>
public sealed class SmokeTestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_content_with_a_system_that_works_and_not_with_an_address_where_there_is_none()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is written for bash.");
        await using var host = await HostProcess.StartAsync(_folder.Path, "--empty");
        var site = host.Address.ToString().TrimEnd('/');
        var (exitCode, output) = await RunAsync(site, patience: 60);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("smoke test: good");

        (exitCode, output) = await RunAsync($"{site}/finns-inte", patience: 1);
        exitCode.ShouldBe(1, output);
        output.ShouldContain("/api/health does not answer 200");
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string site, int patience) =>
        Command.RunAsync("bash", RepositoryRoot.Find(), [], "infra/smoke-test.sh", site, $"{patience}");
}
