namespace Oversight.Local.ServiceBus.Queues;

/// <summary>
/// Wakes whoever waits, now. Read <see cref="Next"/> before looking at what may have changed, then wait for it.
/// </summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = New();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
