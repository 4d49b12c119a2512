using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Settings;
using Oversight.Waiting;

namespace Oversight.Functions.Waiting;

/// <summary>
/// What the loop must know about one kind of stream. A capability declares one, and everything else works for it.
/// </summary>
public sealed record WaitingKind<TState, TCommand, TEvent>
    where TEvent : notnull
{
    public required StreamKind<TState, TCommand, TEvent> Stream { get; init; }

    /// <summary>From the state alone.</summary>
    public required Func<TState, Awaited> Awaited { get; init; }

    /// <summary>What is done on a due day. Issued again it must change nothing.</summary>
    public required Func<DueStep, MunicipalitySettings, TCommand> CommandFor { get; init; }
}

/// <summary>A kind of stream that waits, for the loop, which knows none of them.</summary>
public interface IWaitingKind
{
    /// <summary>The stream's kind.</summary>
    string Name { get; }

    Task<Asked> AskAsync(string streamId, DateOnly today, CancellationToken cancellation);

    /// <returns>The version of the stream afterwards; 0 when the step was refused.</returns>
    Task<int> ActAsync(string streamId, DueStep step, CancellationToken cancellation);
}

internal sealed partial class WaitingKindRunner<TState, TCommand, TEvent>(
    WaitingKind<TState, TCommand, TEvent> kind, Streams streams, SettingsProvider settings, CommandContexts contexts,
    ILogger<Loops> logger)
    : IWaitingKind
    where TEvent : notnull
{
    public string Name => kind.Stream.Name;

    public async Task<Asked> AskAsync(string streamId, DateOnly today, CancellationToken cancellation)
    {
        var folded = await streams.LoadAsync(kind.Stream, StreamIds.IdOf(streamId), cancellation)
            ?? throw new InvalidOperationException($"There is no stream {streamId}.");
        var awaited = kind.Awaited(folded.State);
        return new(folded.Head.Version, today, awaited.Due(today), awaited is Awaited.Nothing);
    }

    public async Task<int> ActAsync(string streamId, DueStep step, CancellationToken cancellation)
    {
        var inForce = await settings.GetAsync(cancellation);
        var envelope = new Envelope(
            contexts.ForSystem(), inForce.Hash, Against.Latest, CommandId: CommandIdOf(streamId, step));
        var outcome = await streams.ChangeAsync(
            kind.Stream, StreamIds.IdOf(streamId), kind.CommandFor(step, inForce.Settings), envelope, cancellation);
        switch (outcome)
        {
            case Outcome<TState>.Done done:
                return done.Head.Version;
            case Outcome<TState>.Refused refused:
                // Somebody came first, and that wakes the loop. Were it a fault, the sweep of every day would say so
                // again.
                NotNeeded(
                    logger, step.Name, streamId, string.Join(", ", refused.Reasons.Select(reason => reason.Code)));
                return 0;
            default:
                throw new InvalidOperationException(
                    $"The step {step.Name} of {streamId} ended as {outcome.GetType().Name}.");
        }
    }

    /// <summary>The same step of the same stream is always the same command: done twice it is done once.</summary>
    private static string CommandIdOf(string streamId, DueStep step) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{streamId}\n{step.What}\n{step.Name}\n{step.Day:yyyy-MM-dd}")));

    [LoggerMessage(8001, LogLevel.Warning, "The step {Step} of {StreamId} was refused: {Reasons}")]
    private static partial void NotNeeded(ILogger logger, string step, string streamId, string reasons);
}

/// <summary>Every kind of stream that waits.</summary>
public sealed class WaitingKinds(IEnumerable<IWaitingKind> kinds)
{
    private readonly Dictionary<string, IWaitingKind> _kinds = kinds.ToDictionary(
        kind => kind.Name, StringComparer.Ordinal);

    public IWaitingKind? Find(string streamId) =>
        streamId.Length > Id.Length + 1 ? _kinds.GetValueOrDefault(StreamIds.KindOf(streamId)) : null;

    public IWaitingKind Get(string streamId) =>
        Find(streamId) ?? throw new InvalidOperationException($"Nothing is known to wait in {streamId}.");
}
