using System.Net.Http.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Messaging;

/// <summary>A host that runs only the test functions; queues in real storage.</summary>
public sealed class QueueApp : IAsyncDisposable
{
    private QueueApp(AppFixture app, Recorder recorder) => (App, Recorder) = (app, recorder);

    public AppFixture App { get; }

    public Recorder Recorder { get; }

    public ServiceBusClient Client => App.Services.GetRequiredService<ServiceBusClient>();

    public static async Task<QueueApp> StartAsync()
    {
        var recorder = new Recorder();
        var application = WorkerApplication.Of(typeof(QueueFunctions)) with
        {
            AddServices = (services, configuration) => services
                .AddSingleton(recorder)
                .AddSingleton(_ => new ServiceBusClient(configuration["ServiceBus"]!)),
        };
        return new QueueApp(await AppFixture.StartAsync(new AppOptions { Application = application }), recorder);
    }

    public async Task SendAsync(string queue, string messageId, string? subject = null)
    {
        await using var sender = Client.CreateSender(queue);
        await sender.SendMessageAsync(Message(messageId, subject));
    }

    public static ServiceBusMessage Message(string messageId, string? subject = null) =>
        new(BinaryData.FromString("{}")) { MessageId = messageId, Subject = subject };

    public async Task<QueueState> StateAsync(string queue)
    {
        using var http = App.Anonymous();
        var states = await http.GetFromJsonAsync<QueueStates>("/.local/messages");
        return states!.Queues.Single(q => q.Queue == queue);
    }

    /// <summary>Moving the clock nowhere still runs what is due, until idle.</summary>
    public Task<ClockMove> UntilIdleAsync() => App.Clock.AdvanceByAsync("PT1S", mayFail: true);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private sealed record QueueStates(IReadOnlyList<QueueState> Queues);
}

public sealed record QueueState(string Queue, int Waiting, int Scheduled, int DeadLettered);
