namespace Oversight.Functions.Tests.Storage;

/// <summary>Real time plus what the test adds.</summary>
public sealed class ManualClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
