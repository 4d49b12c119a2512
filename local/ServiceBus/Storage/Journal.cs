using System.Threading.Channels;
using Azure;
using Microsoft.Extensions.Logging;

namespace Oversight.Local.ServiceBus.Storage;

/// <summary>
/// Writes the changes of one queue to the table in the order they were asked for. What is asked for while a transaction
/// is under way goes into the next one, so many writers cost few requests.
/// </summary>
internal sealed partial class Journal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(300);

    private readonly Channel<Write> _writes = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<long> _doubtful = [];
    private readonly MessageRows _rows;
    private readonly Func<long, StoredMessage?> _known;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Task _loop;
    private bool _away;

    /// <param name="known">
    /// The message as the broker knows it; a row that may have been written without an answer is set to that.
    /// </param>
    public Journal(MessageRows rows, Func<long, StoredMessage?> known, TimeProvider clock, ILogger logger)
    {
        (_rows, _known, _clock, _logger) = (rows, known, clock, logger);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>True when all of it stands in the table; false when that is not certain.</summary>
    public Task<bool> WriteAsync(params IReadOnlyList<RowChange> changes)
    {
        if (changes.Count == 0)
            return Task.FromResult(true);
        var write = new Write(changes);
        if (!_writes.Writer.TryWrite(write))
            write.Done.TrySetResult(false);
        return write.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await Task.WhenAny(_loop, Task.Delay(StopPatience, _clock)).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        await foreach (var first in _writes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var writes = new List<Write> { first };
            while (writes.Count < 1000 && _writes.Reader.TryRead(out var next))
                writes.Add(next);
            var answering = true;
            foreach (var transaction in Transaction.Divide(writes))
            {
                answering = answering && await SubmitAsync(transaction.Changes).ConfigureAwait(false);
                transaction.Finish(answering);
                if (!answering)
                    _doubtful.UnionWith(transaction.Writes.Where(w => w.IsPartlyWritten).SelectMany(w => w.Changes)
                        .Select(c => c.Number));
            }
        }
    }

    private async Task<bool> SubmitAsync(IReadOnlyList<RowChange> changes)
    {
        using var patience = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stop.Token);
        try
        {
            await SettleDoubtsAsync(either.Token).ConfigureAwait(false);
            try
            {
                await _rows.SubmitAsync(changes, either.Token).ConfigureAwait(false);
            }
            catch (RequestFailedException missing) when (missing.Status == 404
                && missing.ErrorCode is not "TableNotFound")
            {
                // The client's own repetition of a request that had been carried out: its deletes find nothing the
                // second time.
                _doubtful.UnionWith(changes.Select(c => c.Number));
                await SettleDoubtsAsync(either.Token).ConfigureAwait(false);
                await _rows.SubmitAsync(changes, either.Token).ConfigureAwait(false);
            }

            if (_away)
                LogBack();
            _away = false;
            return true;
        }
        catch (Exception failure)
            when (failure is RequestFailedException or AggregateException or OperationCanceledException)
        {
            _doubtful.UnionWith(changes.Select(c => c.Number));
            if (!_away && !_stop.IsCancellationRequested)
                LogAway(failure);
            _away = true;
            return false;
        }
    }

    private async Task SettleDoubtsAsync(CancellationToken cancellation)
    {
        foreach (var number in _doubtful.ToList())
        {
            await _rows.SetAsync(number, _known(number), cancellation).ConfigureAwait(false);
            _doubtful.Remove(number);
        }
    }

    [LoggerMessage(9701, LogLevel.Warning,
        "Tabellen bakom kön svarar inte: meddelanden kan varken tas emot eller lämnas ut")]
    private partial void LogAway(Exception failure);

    [LoggerMessage(9702, LogLevel.Information, "Tabellen bakom kön svarar igen")]
    private partial void LogBack();

    /// <summary>Changes that are acknowledged together.</summary>
    internal sealed class Write(IReadOnlyList<RowChange> changes)
    {
        private int _left = changes.Count;

        public IReadOnlyList<RowChange> Changes => changes;

        public bool IsPartlyWritten => _left < Changes.Count;

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Finish(bool written)
        {
            if (!written)
                Done.TrySetResult(false);
            else if (--_left == 0)
                Done.TrySetResult(true);
        }
    }
}
