using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Functions.Tests.Identity;

/// <summary>The line to storage, which one table does not answer on while it is broken.</summary>
internal sealed class LineWithout(string table) : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _real = new();

    public bool IsBroken { get; set; }

    public void Dispose() => _real.Dispose();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override ValueTask ProcessAsync(HttpMessage message) =>
        IsBroken && message.Request.Uri.ToUri().AbsolutePath.Contains($"/{table}", StringComparison.OrdinalIgnoreCase)
            ? throw new IOException("The line is broken.")
            : _real.ProcessAsync(message);
}
