using System.Diagnostics;
using Azure.Messaging.ServiceBus;

namespace Oversight.ServiceBus.Tests;

/// <summary>
/// The broker is killed at random instants while messages are sent, completed, abandoned and dead-lettered.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const double LockSeconds = 2;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    [Fact]
    public Task Nothing_acknowledged_is_lost_when_the_broker_is_killed() => RunAsync(messages: 300, kills: 3);

    [Theory]
    [Trait("Length", "long")]
    [InlineData(40)]
    [InlineData(0)]
    public Task Nothing_of_ten_thousand_messages_is_lost_however_often_the_broker_is_killed(int kills) =>
        RunAsync(10_000, kills);

    private async Task RunAsync(int messages, int kills)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var storage = await Azurite.SharedAsync();
        await using var broker = new BrokerProcess(storage.ConnectionString, $"t{Guid.NewGuid():N}", LockSeconds);
        await broker.StartAsync();
        await using var client = Connect(broker.ConnectionString);
        var load = new Load(client, messages, seed);
        var watch = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        var receiving = Task.WhenAll(Enumerable.Range(0, 4).Select(n => load.ReceiveAsync(n, stop.Token)));
        var sending = Task.WhenAll(Enumerable.Range(0, 4).Select(n => load.SendAsync(n)));
        var sent = sending.ContinueWith(_ => watch.Elapsed, TaskScheduler.Default);

        var (random, killed) = (new Random(seed), 0);
        for (; killed < kills; killed++)
        {
            // So far in the work, then at any instant.
            var mark = messages * (killed + 1) / (kills + 1);
            while (load.Handled.Count < mark && !sending.IsCompleted)
                await Task.Delay(5);
            await Task.Delay(random.Next(50));
            await broker.KillAsync();
            await broker.StartAsync();
        }

        await sending.WaitAsync(LongestRun);
        output.WriteLine($"sent {load.Acknowledged.Count} in {(await sent).TotalSeconds:F1} s");
        await using var again = Connect(broker.ConnectionString);
        await using var rest = again.CreateReceiver(Bus.Jobs);
        while (!receiving.IsCompleted && watch.Elapsed < LongestRun
            && await rest.PeekMessageAsync(fromSequenceNumber: 0) is not null)
            await Task.Delay(50);
        output.WriteLine(
            $"handled in {watch.Elapsed.TotalSeconds:F1} s with {killed} kills, {load.Again} deliveries more than "
                + "messages");
        await stop.CancelAsync();
        await receiving;

        var lost = load.Acknowledged.Except(load.Handled.Keys).ToList();
        lost.ShouldBeEmpty($"Lost, seed {seed}");
        load.CameBack.ShouldBeEmpty($"Came back after they had been acknowledged as settled, seed {seed}");
        await using var dead = again.CreateReceiver(Bus.Jobs,
            new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        (await PeekAllAsync(dead)).Intersect(load.DeadLettered).Order()
            .ShouldBe(load.DeadLettered.Order(), $"seed {seed}");
        (await PeekAllAsync(rest)).ShouldBeEmpty($"seed {seed}");
    }

    private static async Task<IReadOnlyList<string>> PeekAllAsync(ServiceBusReceiver receiver)
    {
        var all = new List<string>();
        while (await receiver.PeekMessagesAsync(250, all.Count == 0 ? 0 : null) is { Count: > 0 } page)
            all.AddRange(page.Select(m => m.MessageId));
        return all;
    }

    private static ServiceBusClient Connect(string connectionString) =>
        new(connectionString, new ServiceBusClientOptions
        {
            RetryOptions = new() { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(5) },
        });
}
