namespace Oversight.Local.Host.Clock;

/// <summary>How far the clock is to be moved.</summary>
public abstract record ClockStep
{
    private ClockStep()
    {
    }

    /// <summary>Where it leads; null: beyond any calendar.</summary>
    public abstract DateTimeOffset? From(DateTimeOffset now);

    public sealed record To(DateTimeOffset Instant) : ClockStep
    {
        public override DateTimeOffset? From(DateTimeOffset now) => Instant;
    }

    public sealed record By(IsoDuration Duration) : ClockStep
    {
        public override DateTimeOffset? From(DateTimeOffset now)
        {
            try
            {
                return Duration.After(now);
            }
            catch (ArgumentOutOfRangeException)
            {
                return null;
            }
        }
    }
}
