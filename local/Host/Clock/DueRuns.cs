using System.Collections.Concurrent;

namespace Oversight.Local.Host.Clock;

/// <summary>
/// What ran while the clock was moved. Workers run by themselves as time goes; their runs are gathered only from a move
/// of the clock until the mover has seen them idle, so that nothing piles up in between.
/// </summary>
internal sealed class DueRuns
{
    private readonly ConcurrentQueue<DueRun> _runs = new();
    private volatile bool _gathering;

    public void Begin() => _gathering = true;

    public void Add(DueRun run)
    {
        if (_gathering)
            _runs.Enqueue(run);
    }

    /// <summary>What has been gathered; when that is nothing, gathering ends.</summary>
    public IReadOnlyList<DueRun> Take()
    {
        var taken = new List<DueRun>();
        while (_runs.TryDequeue(out var run))
            taken.Add(run);
        _gathering = taken.Count > 0;
        return taken;
    }
}
