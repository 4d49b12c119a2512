using System.Collections.Concurrent;
using Oversight.Functions.Messaging;

namespace Oversight.Functions.Tests.Messaging;

/// <summary>A job that does what the test tells it.</summary>
public sealed class TestJob : IJobHandler
{
    public const string Name = "test";
    private readonly ConcurrentQueue<string> _done = new();
    private int _attempts;

    public string Type => Name;

    public IReadOnlyCollection<int> Versions => [1];

    /// <summary>What an attempt throws, by its number from 1; null: it succeeds.</summary>
    public Func<int, Exception?> Failure { get; set; } = _ => null;

    public int Attempts => _attempts;

    public IReadOnlyList<string> Done => [.. _done];

    public Task HandleAsync(JobMessage job, CancellationToken cancellation)
    {
        if (Failure(Interlocked.Increment(ref _attempts)) is { } failure)
            throw failure;
        _done.Enqueue(job.Read<Payload>().Text);
        return Task.CompletedTask;
    }

    public sealed record Payload(string Text);
}
