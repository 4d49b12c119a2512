using Microsoft.Extensions.Logging;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Maintenance.Rebuilding;

/// <summary>
/// Writes every view row again from the record, in place and while others work: first all streams, counted, in key
/// order through the same rule as ever, then the rows that no stream owns are swept. A chain of messages, each well
/// under a minute, with a checkpoint.
/// </summary>
public sealed class Rebuilder(
    RebuildTable rebuilds,
    RebuildStreams streams,
    RebuildSweep sweep,
    CompleteLists lists,
    Jobs jobs,
    PlatformClock clock,
    ILogger<Rebuilder> logger)
    : IJobHandler
{
    private const string JobType = "rebuild";
    private const int JobVersion = 1;
    private static readonly TimeSpan StepLength = TimeSpan.FromSeconds(20);

    /// <summary>Many times a step: a message of the chain must have been lost.</summary>
    private static readonly TimeSpan StalledAfter = TimeSpan.FromMinutes(5);

    public string Type => JobType;

    public IReadOnlyCollection<int> Versions { get; } = [JobVersion];

    /// <summary>
    /// Starts a rebuild, or gives the one that is running a push (a lost message would stop it for good).
    /// </summary>
    public async Task<Rebuild> StartAsync(CancellationToken cancellation)
    {
        var running = await RunningAsync(cancellation);
        if (running is null)
        {
            running = Rebuild.New(Id.From(Guid.CreateVersion7(clock.Now)), lists.Versions, clock.Now);
            await rebuilds.AddAsync(running, cancellation);
        }

        await SendAsync(running, cancellation);
        return running;
    }

    /// <summary>What the timer does: a deploy that raised a projection version starts its rebuild by itself.</summary>
    public async Task StartDueAsync(CancellationToken cancellation)
    {
        var incomplete = await lists.IncompleteAsync(cancellation);
        if (incomplete.Count == 0
            || (await RunningAsync(cancellation) is { } running && clock.Now - running.ChangedAt < StalledAfter))
            return;
        var started = await StartAsync(cancellation);
        RebuildLog.RebuildNeeded(logger, started.Id.Value, string.Join(", ", incomplete.Select(kind => kind.Name)));
    }

    public Task HandleAsync(JobMessage job, CancellationToken cancellation)
    {
        var step = job.Read<RebuildStep>();
        return RunAsync(step.Rebuild, step.Step, StepLength, cancellation);
    }

    /// <summary>One link of the chain. Repeats of a message do no harm: the checkpoint is taken once.</summary>
    public async Task RunAsync(Id id, int step, TimeSpan length, CancellationToken cancellation)
    {
        var rebuild = await rebuilds.FindAsync(id, cancellation);
        if (rebuild is null || rebuild.IsDone || rebuild.Step > step + 1)
            return;
        if (rebuild.Step == step + 1)
        {
            // The checkpoint was taken, but perhaps the next message was never sent.
            await SendAsync(rebuild, cancellation);
            return;
        }

        var started = clock.Provider.GetTimestamp();
        var limit = new StepLimit(() => clock.Provider.GetElapsedTime(started) < length);
        var next = rebuild.Phase switch
        {
            RebuildPhase.Count => await streams.CountAsync(rebuild, limit, cancellation),
            RebuildPhase.Streams => await streams.RunAsync(rebuild, limit, cancellation),
            _ => await sweep.RunAsync(rebuild, limit, cancellation),
        };
        var isOurs = rebuild.Versions == lists.Versions;
        next = next with { Step = step + 1, ChangedAt = clock.Now, Versions = isOurs ? lists.Versions : null };
        // A stream that failed keeps its rows and shows in health; all the others' lists do not stay away for its sake.
        if (next.IsDone && isOurs)
            await lists.CompleteAsync(cancellation);
        if (!await rebuilds.TryUpdateAsync(next, rebuild.ETag, cancellation))
            return;
        if (next.IsDone)
            RebuildLog.RebuildDone(logger, id.Value, next.Streams, next.Swept, next.Failed);
        else
            await SendAsync(next, cancellation);
    }

    private async Task<Rebuild?> RunningAsync(CancellationToken cancellation) =>
        (await rebuilds.ReadAsync(cancellation)).FirstOrDefault(rebuild => !rebuild.IsDone);

    private Task SendAsync(Rebuild rebuild, CancellationToken cancellation) => jobs.SendAsync(
        JobMessage.For(JobType, JobVersion, new RebuildStep(rebuild.Id, rebuild.Step)),
        $"{JobType}-{rebuild.Id}-{rebuild.Step}", cancellation);
}

/// <summary>What the message carries.</summary>
internal sealed record RebuildStep(Id Rebuild, int Step);

/// <summary>Whether this step may go on; at least one piece of work is done in each, so that it always ends.</summary>
public sealed record StepLimit(Func<bool> MayGoOn);
