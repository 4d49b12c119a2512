using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Testkit;

/// <summary>The ordinary way to storage, noting every call: what, when, and how much was read.</summary>
public sealed class StorageCalls : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport _real = new();
    private ConcurrentQueue<StorageCall> _calls = new();

    /// <summary>How long each call is held, as if storage were far away: calls side by side then overlap.</summary>
    public TimeSpan Distance { get; set; }

    /// <summary>What has been asked since the last time.</summary>
    public IReadOnlyList<StorageCall> Take() => [.. Interlocked.Exchange(ref _calls, new())];

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var began = Stopwatch.GetTimestamp();
        if (Distance > TimeSpan.Zero)
            await Task.Delay(Distance, message.CancellationToken);
        await _real.ProcessAsync(message);
        var (rows, bytes) = await ReadAsync(message);
        _calls.Enqueue(new StorageCall(Name(message.Request), began, Stopwatch.GetTimestamp(), rows, bytes));
    }

    public void Dispose() => _real.Dispose();

    /// <summary>Method and table or container, without keys; every transaction goes to one address.</summary>
    private static string Name(Request request)
    {
        var path = request.Uri.ToUri().AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var table = path.Length > 1 ? path[1].Split('(')[0] : "";
        return $"{request.Method} {table}";
    }

    private static async Task<(int Rows, long Bytes)> ReadAsync(HttpMessage message)
    {
        if (message.Request.Method != RequestMethod.Get || message.Response.ContentStream is not { } stream)
            return (0, 0);
        var content = new MemoryStream();
        await stream.CopyToAsync(content, message.CancellationToken);
        content.Position = 0;
        message.Response.ContentStream = content;
        return (Count(content.GetBuffer().AsSpan(0, (int)content.Length), "\"PartitionKey\":"u8), content.Length);
    }

    private static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> sought)
    {
        var count = 0;
        for (var at = text.IndexOf(sought); at >= 0; at = text.IndexOf(sought))
        {
            text = text[(at + sought.Length)..];
            count++;
        }

        return count;
    }
}

/// <param name="Rows">Table rows that the answer holds.</param>
/// <param name="Bytes">Of the answer; of reads only.</param>
public sealed record StorageCall(string Name, long Began, long Ended, int Rows, long Bytes);

public static class StorageTrips
{
    /// <summary>The longest chain of calls of which each began after the one before had ended.</summary>
    public static IReadOnlyList<StorageCall> InARow(this IEnumerable<StorageCall> calls)
    {
        var chain = new List<StorageCall>();
        foreach (var call in calls.OrderBy(call => call.Ended))
        {
            if (chain.Count == 0 || call.Began >= chain[^1].Ended)
                chain.Add(call);
        }

        return chain;
    }

    /// <summary>How long at least one of them was under way.</summary>
    public static TimeSpan Busy(this IEnumerable<StorageCall> calls)
    {
        var (ticks, until) = (0L, 0L);
        foreach (var call in calls.OrderBy(call => call.Began))
        {
            ticks += Math.Max(0, call.Ended - Math.Max(call.Began, until));
            until = Math.Max(until, call.Ended);
        }

        return Stopwatch.GetElapsedTime(0, ticks);
    }
}
