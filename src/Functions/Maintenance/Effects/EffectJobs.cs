using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Telemetry;

namespace Oversight.Functions.Maintenance.Effects;

/// <summary>Effects that take longer than a request go on as messages, each well under a minute.</summary>
public sealed class EffectJobs(
    Jobs jobs, StreamTable streams, StreamKinds kinds, PendingMarks marks,
    Func<AfterAppend> after) : IEffectHandover, IJobHandler
{
    private const string JobType = "effects";
    private const int JobVersion = 1;

    public string Type => JobType;

    public IReadOnlyCollection<int> Versions { get; } = [JobVersion];

    public Task SendAsync(string streamId, string? commandId, CancellationToken cancellation) => jobs.SendAsync(
        JobMessage.For(JobType, JobVersion, new EffectJob(streamId, commandId, Tracing.Now)),
        $"{JobType}-{streamId}-{Guid.NewGuid():N}", cancellation);

    public async Task HandleAsync(JobMessage job, CancellationToken cancellation)
    {
        var (streamId, commandId, trace) = job.Read<EffectJob>();
        using var followed = Tracing.Follow(trace);
        var kind = kinds.Find(streamId)
            ?? throw new PoisonMessageException(MessageReasons.UnknownType, "No kind of stream has this name.");
        var stream = await streams.LoadAsync(streamId, withKeys: false, cancellation);
        if (await after().CatchUpAsync(kind, stream, isAlone: false, cancellation, commandId) && commandId is not null)
            await marks.RemoveAsync(streamId, commandId, cancellation);
    }
}

/// <summary>What the message carries.</summary>
/// <param name="CommandId">Whose mark goes when all is done.</param>
/// <param name="Trace">What it follows; null when nothing is traced.</param>
internal sealed record EffectJob(string StreamId, string? CommandId, string? Trace = null);
