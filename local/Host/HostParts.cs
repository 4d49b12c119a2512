namespace Oversight.Local.Host;

/// <summary>
/// What has been started, ended in the opposite order: each part may use those that were there before it.
/// </summary>
internal sealed class HostParts : IAsyncDisposable
{
    private readonly Stack<object> _parts = new();

    public T Add<T>(T part)
        where T : class
    {
        _parts.Push(part);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable later)
                await later.DisposeAsync();
            else
                (part as IDisposable)?.Dispose();
        }
    }
}
