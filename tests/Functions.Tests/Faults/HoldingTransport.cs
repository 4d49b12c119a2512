using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Functions.Tests.Faults;

/// <summary>
/// The real line to storage, on which one chosen request is held until it is let go: for two who cross at a known
/// place.
/// </summary>
public sealed class HoldingTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _real = new HttpClientTransport();
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<Request, bool>? _which;

    /// <summary>Ends when the request waits to be sent.</summary>
    public Task Held => _held.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Hold(Func<Request, bool> which) => Volatile.Write(ref _which, which);

    public void LetGo() => _letGo.SetResult();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (Volatile.Read(ref _which) is { } which && which(message.Request)
            && Interlocked.CompareExchange(ref _which, null, which) == which)
        {
            _held.SetResult();
            await _letGo.Task;
        }

        await _real.ProcessAsync(message);
    }
}
