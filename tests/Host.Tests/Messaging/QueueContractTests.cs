using System.Text.Json;
using Oversight.Functions.Messaging;
using Oversight.Local.Host;

namespace Oversight.Host.Tests.Messaging;

public sealed class QueueContractTests
{
    [Fact]
    public void The_queues_of_this_machine_are_those_of_the_application_and_of_the_namespace_in_Azure()
    {
        var root = RepositoryRoot.Find();
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "local", "servicebus.json")));
        var local = json.RootElement.GetProperty("queues").EnumerateArray()
            .Select(queue => queue.GetProperty("name").GetString()!).ToList();

        local.ShouldBe(QueueNames.All, ignoreOrder: true);
        var bicep = string.Concat(
            Directory.EnumerateFiles(Path.Combine(root, "infra"), "*.bicep", SearchOption.AllDirectories)
                .Select(File.ReadAllText));
        local.ShouldAllBe(queue => bicep.Contains($"'{queue}'"));
    }
}
