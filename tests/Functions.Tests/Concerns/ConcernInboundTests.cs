using System.Net.Http.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns.Reporting;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

[Collection(nameof(ConcernApp))]
public class ConcernInboundTests(ConcernApp world)
{
    [Fact]
    public async Task A_message_becomes_a_concern_once_however_often_it_comes()
    {
        var user = ConcernApp.NewUser();
        var message = Message(user, new
        {
            unitId = world.Unit,
            service = "ledsagarservice",
            text = "Från ett annat system.",
            occurred = "2027-01-12",
            consequence = "ingen"
        });
        var id = Guid.NewGuid().ToString();
        await SendAsync(message, id);
        await SendAsync(message, id);
        await UntilIdleAsync();
        var reporter = await world.App.SignInAsync(user, Role.CaseOfficer);
        var mine = await (await reporter.GetAsync("/api/v1/concerns/mine", ConcernApp.Cancellation)).ReadJsonAsync();
        mine["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_about_an_unknown_provider_is_accepted()
    {
        var user = ConcernApp.NewUser();
        await SendAsync(Message(user, new
        {
            unknownProvider = "Okänd firma",
            board = ConcernApp.Elder,
            service = "hemtjanst",
            text = "Ingen kom.",
            occurredPrecision = "unclear",
            consequence = "ingen",
        }));
        await UntilIdleAsync();
        var reporter = await world.App.SignInAsync(user, Role.CaseOfficer);
        (await reporter.GetPageAsync("/synpunkter/mina")).Body!.TextContent.ShouldContain("Okänd anordnare");
    }

    [Theory]
    [InlineData("{\"reporter\":", MessageReasons.MalformedJson)]
    [InlineData("{\"concern\":{}}", ConcernInbound.ReporterMissing)]
    [InlineData("{\"reporter\":{\"userId\":\"u\"},\"concern\":{\"text\":\"Gäller 811218-9876\"}}",
        "concern.unit-required")]
    [InlineData("{\"reporter\":{\"userId\":\"u\"},\"concern\":{\"811218-9876\":1}}", "request.unknown-property")]
    public async Task A_broken_message_is_put_aside_with_its_reason(string body, string reason)
    {
        var id = Guid.NewGuid().ToString();
        await SendAsync(body, id);
        await UntilIdleAsync();
        await using var receiver = world.App.Services.GetRequiredService<ServiceBusClient>().CreateReceiver(
            QueueNames.ConcernsInbound, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var dead = (await receiver.PeekMessagesAsync(100, cancellationToken: ConcernApp.Cancellation))
            .Single(message => message.MessageId == id);
        dead.DeadLetterReason.ShouldBe(reason);
        dead.DeadLetterErrorDescription!.ShouldNotContain("811218");
    }

    private static string Message(string user, object concern) =>
        StoredJson.Write(new { reporter = new { userId = user, name = $"Test {user}" }, concern }, typeof(object));

    private async Task SendAsync(string body, string? id = null)
    {
        await using var sender = world.App.Services.GetRequiredService<ServiceBusClient>()
            .CreateSender(QueueNames.ConcernsInbound);
        await sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromString(body))
        { MessageId = id ?? Guid.NewGuid().ToString() }, ConcernApp.Cancellation);
    }

    /// <summary>Until nothing waits on the queue.</summary>
    private async Task UntilIdleAsync()
    {
        using var client = await world.App.SignInAsync("drift", Role.Administrator);
        while (true)
        {
            ConcernApp.Cancellation.ThrowIfCancellationRequested();
            var counts = await client.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("/.local/messages",
                ConcernApp.Cancellation);
            if (counts!["queues"]!.AsArray()
                .Single(queue => queue!["queue"]!.GetValue<string>() == QueueNames.ConcernsInbound)!["waiting"]!
                .GetValue<int>() == 0)
                return;
            await Task.Delay(50, ConcernApp.Cancellation);
        }
    }
}
