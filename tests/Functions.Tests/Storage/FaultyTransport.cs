using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Functions.Tests.Storage;

/// <summary>
/// The real transport, until a fault that is asked for: the request is carried out, but its answer never comes.
/// </summary>
public sealed class FaultyTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _real = new HttpClientTransport();
    private int _faults;

    /// <summary>Which requests are hit; null for none.</summary>
    public Func<Request, bool>? Hit { get; set; }

    public int Faults => _faults;

    public int MaxFaults { get; set; } = int.MaxValue;

    /// <summary>The request is not even sent.</summary>
    public bool BeforeSending { get; set; }

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var isHit = Hit?.Invoke(message.Request) == true && Interlocked.Increment(ref _faults) <= MaxFaults;
        if (isHit && BeforeSending)
            throw new IOException("The line is dead.");
        await _real.ProcessAsync(message);
        if (isHit)
            throw new IOException("The answer was lost.");
    }
}
