namespace Oversight.Local.Host;

/// <summary>What a <c>durableClient</c> binding is given: how the worker reaches the engine.</summary>
internal sealed class DurableClientData
{
    private readonly TaskCompletionSource<string> _data = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> GetAsync() => _data.Task;

    public void Set(string data) => _data.TrySetResult(data);
}
