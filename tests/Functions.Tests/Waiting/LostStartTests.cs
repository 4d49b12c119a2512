using System.Diagnostics;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Oversight.Functions.Waiting;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>
/// Whoever starts a loop puts the message into the engine's queue before the instance is written. Killed in between,
/// the message is one that the engine puts away again and again for 17 minutes.
/// </summary>
public sealed class LostStartTests(ErrandApp world) : IClassFixture<ErrandApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Length", "long")]
    public async Task The_clock_does_not_wait_for_a_start_that_never_comes_about()
    {
        await SendAsync(Start($"review-{Guid.NewGuid():N}"));

        var watch = Stopwatch.StartNew();
        await world.App.Clock.AdvanceByAsync("PT2M");

        watch.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2));
    }

    /// <summary>Over HTTP: the client library of queues is the engine's own.</summary>
    private async Task SendAsync(string text)
    {
        var settings = world.App.StorageConnectionString.Split(';')
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        var sas = new BlobServiceClient(world.App.StorageConnectionString).GenerateAccountSasUri(
            new AccountSasBuilder(AccountSasPermissions.All, DateTimeOffset.MaxValue.AddYears(-1),
                AccountSasServices.All, AccountSasResourceTypes.All)).Query;
        using var client = new HttpClient();
        using var sent = await client.PostAsync(
            new Uri($"{settings["QueueEndpoint"]}/oversight-control-00/messages{sas}"),
            new StringContent(new XElement("QueueMessage", new XElement("MessageText", text)).ToString()),
            Cancellation);
        sent.EnsureSuccessStatusCode();
    }

    /// <summary>As the engine's own client writes it.</summary>
    private static string Start(string id)
    {
        var instance = $$"""
            {"$type":"DurableTask.Core.OrchestrationInstance","InstanceId":"{{id}}",
            "ExecutionId":"{{Guid.NewGuid():N}}"}
            """;
        return $$"""
            {"$type":"DurableTask.AzureStorage.MessageData","ActivityId":"{{Guid.NewGuid()}}","TaskMessage":{
            "$type":"DurableTask.Core.TaskMessage","Event":{"$type":"DurableTask.Core.History.ExecutionStartedEvent",
            "OrchestrationInstance":{{instance}},"EventType":0,"ParentInstance":null,"Name":"{{LoopNames.LoopV1}}",
            "Version":null,"Input":"{}","Tags":null,"Correlation":null,"ParentTraceContext":null,
            "ScheduledStartTime":null,"Generation":1,"GenerateNewTrace":false,"EventId":-1,"IsPlayed":false,
            "Timestamp":"2026-11-28T06:04:26Z"},"SequenceNumber":0,"OrchestrationInstance":{{instance}},
            "OrchestrationExecutionContext":null},"CompressedBlobName":null,"SequenceNumber":1,
            "Sender":{"InstanceId":"","ExecutionId":""},"SerializableTraceContext":null}
            """;
    }
}
