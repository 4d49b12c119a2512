namespace Oversight.Host.Tests.Clock;

/// <summary>A machine's clock that goes where the test puts it, backwards too.</summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
