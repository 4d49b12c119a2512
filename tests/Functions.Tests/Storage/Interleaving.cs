using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Oversight.Functions.Tests.Storage;

/// <summary>
/// Runs several pieces of work whose storage calls are let through one at a time, in an order that the test draws; a
/// piece may be cut off before or after any of its calls, as a killed process is.
/// </summary>
public sealed class Interleaving : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _real = new HttpClientTransport();
    private readonly AsyncLocal<Piece?> _current = new();
    private readonly Lock _lock = new();

    public override Request CreateRequest() => _real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (_current.Value is not { } piece)
        {
            await _real.ProcessAsync(message);
            return;
        }

        var call = new Call();
        lock (_lock)
            piece.Waiting.Add(call);
        var verdict = await call.Verdict.Task;
        if (verdict != Verdict.CutBefore)
            await _real.ProcessAsync(message);
        call.Done.SetResult();
        if (verdict != Verdict.Go)
            throw new CutOffException();
    }

    /// <summary>Runs all pieces to their end; true for each that got there without being cut off.</summary>
    /// <param name="draws">
    /// Which call goes next, and what becomes of it; used again from the start when it ends.
    /// </param>
    public async Task<IReadOnlyList<bool>> RunAsync(IReadOnlyList<Func<Task>> work, IReadOnlyList<byte> draws)
    {
        var pieces = work.Select(_ => new Piece()).ToList();
        var running = work.Select((one, i) => Task.Run(async () =>
        {
            _current.Value = pieces[i];
            try
            {
                await one();
                return true;
            }
            catch (CutOffException)
            {
                return false;
            }
        })).ToList();
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; !running.TrueForAll(task => task.IsCompleted);)
        {
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
                throw new TimeoutException("The pieces wait for each other.");
            var waiting = WaitingCalls(pieces, running);
            if (waiting.Count == 0)
            {
                await Task.Delay(1);
                continue;
            }

            var draw = draws.Count == 0 ? (byte)0 : draws[turn++ % draws.Count];
            var (piece, call) = waiting[draw % waiting.Count];
            lock (_lock)
                piece.Waiting.Remove(call);
            if (draw % 13 == 7)
                piece.IsCutOff = true;
            call.Verdict.SetResult(!piece.IsCutOff ? Verdict.Go : draw % 2 == 0 ? Verdict.CutBefore : Verdict.CutAfter);
            await call.Done.Task;
        }

        return await Task.WhenAll(running);
    }

    /// <summary>None while somebody is still on the way to its next call.</summary>
    private List<(Piece Piece, Call Call)> WaitingCalls(List<Piece> pieces, List<Task<bool>> running)
    {
        lock (_lock)
        {
            var onTheWay = pieces.Where((piece, i) => piece.Waiting.Count == 0 && !running[i].IsCompleted).Any();
            return onTheWay ? [] : [.. pieces.SelectMany(piece => piece.Waiting.Select(call => (piece, call)))];
        }
    }

    private enum Verdict
    {
        Go,
        CutBefore,
        CutAfter,
    }

    private sealed class Piece
    {
        internal List<Call> Waiting { get; } = [];

        internal bool IsCutOff { get; set; }
    }

    private sealed class Call
    {
        internal TaskCompletionSource<Verdict> Verdict { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class CutOffException : Exception;
}
