using System.Net.Http.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Messaging;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Messaging;

/// <summary>The whole application with one job more.</summary>
public sealed class MessageApp : IAsyncDisposable
{
    private MessageApp(AppFixture app, TestJob job) => (App, Job) = (app, job);

    public AppFixture App { get; }

    public TestJob Job { get; }

    private ServiceBusClient Client => App.Services.GetRequiredService<ServiceBusClient>();

    public static async Task<MessageApp> StartAsync()
    {
        var job = new TestJob();
        var app = await AppFixture.StartAsync(new AppOptions
        { Services = services => services.AddSingleton<IJobHandler>(job) });
        return new MessageApp(app, job);
    }

    public Task SendJobAsync(string text, string? messageId = null) => App.Services.GetRequiredService<Jobs>()
        .SendAsync(JobMessage.For(TestJob.Name, 1, new TestJob.Payload(text)), messageId ?? text,
            CancellationToken.None);

    public async Task SendRawAsync(string body, string queue = QueueNames.Jobs)
    {
        await using var sender = Client.CreateSender(queue);
        await sender.SendMessageAsync(new ServiceBusMessage(BinaryData.FromString(body)));
    }

    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> DeadLettersAsync()
    {
        await using var receiver = Client.CreateReceiver(QueueNames.Jobs,
            new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        return await receiver.PeekMessagesAsync(100);
    }

    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> WaitingAsync()
    {
        await using var receiver = Client.CreateReceiver(QueueNames.Jobs);
        return await receiver.PeekMessagesAsync(100);
    }

    /// <summary>Everything that is due has run when this returns.</summary>
    public Task<ClockMove> UntilIdleAsync() => App.Clock.AdvanceByAsync("PT1S", mayFail: true);

    /// <summary>The first look opens a connection, which on a busy machine may take longer than health waits.</summary>
    public async Task<(string Status, int? DeadLetters)> HealthAsync()
    {
        using var http = App.Anonymous();
        for (var look = 1; ; look++)
        {
            using var response = await http.GetAsync("/api/health");
            var part = (await response.Content.ReadFromJsonAsync<Health>())!.Parts["deadLetters"];
            if (part.State != "down" || look == 20)
                return (part.State, part.Count);
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private sealed record Health(Dictionary<string, Part> Parts);

    private sealed record Part(string State, int? Count);
}
