using System.Collections.Concurrent;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Tests.Storage;

/// <summary>Shows in which list the notebook is.</summary>
internal sealed class Sign : IEffectHandler<Notebook, NotebookEvent>
{
    public const string Name = "notebook.sign";
    private readonly ConcurrentQueue<string> _history = new();

    public TaskCompletionSource Held { get; } = new();

    /// <summary>The first one who comes waits for this.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public string Shows { get; private set; } = "";

    public IReadOnlyList<string> History => [.. _history];

    public string Effect => Name;

    public string Title => "Skylt";

    public async Task<EffectProgress> RunAsync(EffectCall<Notebook, NotebookEvent> call, CancellationToken cancellation)
    {
        if (Hold is { } hold && Held.TrySetResult())
            await hold.Task;
        Shows = call.State.List;
        _history.Enqueue(Shows);
        return EffectProgress.Done;
    }
}
