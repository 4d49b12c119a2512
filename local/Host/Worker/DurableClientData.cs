namespace Oversight.Local.Host.Worker;

/// <summary>What a <c>durableClient</c> binding is given: how the worker reaches the engine.</summary>
internal sealed class DurableClientData
{
    private readonly TaskCompletionSource<string> _data = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="DurableEngineAwayException">The engine is not running in this host.</exception>
    public Task<string> GetAsync() => _data.Task;

    public void Set(string data) => _data.TrySetResult(data);

    public void Fail(string reason)
    {
        _data.TrySetException(new DurableEngineAwayException(reason));
        _ = _data.Task.Exception;
    }
}

/// <summary>A function asked for the durable client, and there is no engine behind it.</summary>
internal sealed class DurableEngineAwayException(string reason) : Exception(reason);
