using System.Collections.Concurrent;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Tests.Storage;

/// <summary>Notes each append in an own book.</summary>
internal sealed class Diary : IEffectHandler<Notebook, NotebookEvent>
{
    public const string Name = "notebook.diary";
    private readonly ConcurrentQueue<string> _entries = new();
    private int _tries;

    public bool Fail { set => Failure = value ? new InvalidOperationException("Out of ink.") : null; }

    public Exception? Failure { get; set; }

    public bool Hang { get; set; }

    public int Tries => _tries;

    public IReadOnlyList<string> Entries => [.. _entries];

    public string Effect => Name;

    public string Title => "Dagbok";

    public async Task<EffectProgress> RunAsync(EffectCall<Notebook, NotebookEvent> call, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _tries);
        if (Failure is { } failure)
            throw failure;
        if (Hang)
            await Task.Delay(Timeout.Infinite, cancellation);
        var line = (call.Cause.Event as NotebookEvent.Written)?.Line;
        _entries.Enqueue($"{call.Head.Version}: {line} ({call.State.Lines.Count} lines)");
        return EffectProgress.Done;
    }
}
