using System.Collections.Concurrent;

namespace Oversight.Host.Tests.Messaging;

/// <summary>What the test functions saw, and how they should behave.</summary>
public sealed class Recorder
{
    private readonly ConcurrentQueue<Delivery> _deliveries = new();

    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>Decides what a delivery does; null: it succeeds.</summary>
    public Func<Delivery, Task>? Behaviour { get; set; }

    public Task SeenAsync(Delivery delivery)
    {
        _deliveries.Enqueue(delivery);
        return Behaviour?.Invoke(delivery) ?? Task.CompletedTask;
    }

    /// <summary>Waits for so many deliveries; a test that waits in vain fails after ten seconds.</summary>
    public async Task<IReadOnlyList<Delivery>> WaitForAsync(int count)
    {
        for (var i = 0; i < 500 && _deliveries.Count < count; i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Deliveries.Count.ShouldBeGreaterThanOrEqualTo(count);
        return Deliveries;
    }
}

public sealed record Delivery(string Queue, string MessageId, int DeliveryCount, DateTimeOffset At);
