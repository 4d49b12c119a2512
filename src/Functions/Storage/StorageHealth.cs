using Oversight.Functions.Web.Health;

namespace Oversight.Functions.Storage;

/// <summary>The record and its lists can be read.</summary>
public sealed class TablesHealth(StreamTable streams) : IHealthCheckPart
{
    public string Name => "tables";

    public async Task<HealthFinding> CheckAsync(CancellationToken cancellation)
    {
        await streams.ExistsAsync("health-check", cancellation);
        return new HealthFinding(HealthState.Good);
    }
}

/// <summary>Files can be read.</summary>
public sealed class BlobsHealth(Blobs blobs) : IHealthCheckPart
{
    public string Name => "blobs";

    public async Task<HealthFinding> CheckAsync(CancellationToken cancellation)
    {
        await blobs.FindAsync("payloads", "health-check", cancellation);
        return new HealthFinding(HealthState.Good);
    }
}

/// <summary>Changes that should have shown in the lists long ago.</summary>
public sealed class OldMarksHealth(PendingMarks marks) : IHealthCheckPart
{
    public string Name => "oldMarks";

    public async Task<HealthFinding> CheckAsync(CancellationToken cancellation)
    {
        var count = await marks.CountOldAsync(cancellation);
        return new HealthFinding(count == 0 ? HealthState.Good : HealthState.NeedsAttention, count);
    }
}
