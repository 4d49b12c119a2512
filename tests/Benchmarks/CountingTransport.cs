using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Benchmarks;

/// <summary>The ordinary way to storage, counting what is asked of which table.</summary>
internal sealed class CountingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _real = new();
    private ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        _calls.AddOrUpdate(Name(message.Request), 1, (_, count) => count + 1);
        return _real.ProcessAsync(message);
    }

    /// <summary>What has been asked since the last time, most often first.</summary>
    public IReadOnlyList<(string Name, int Count)> Take()
    {
        var taken = Interlocked.Exchange(ref _calls, new(StringComparer.Ordinal));
        return [.. taken.Select(call => (call.Key, call.Value)).OrderByDescending(call => call.Value).ThenBy(call => call.Key, StringComparer.Ordinal)];
    }

    public void Dispose() => _real.Dispose();

    /// <summary>Method and table, without keys; every transaction goes to one address.</summary>
    private static string Name(Request request)
    {
        var path = request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var table = path.Length > 1 ? path[1].Split('(')[0] : "";
        return $"{request.Method} {table}";
    }
}
