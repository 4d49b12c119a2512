namespace Oversight.Planning;

/// <summary>
/// The daily run's memory: the last day for which everything due was done, so that missed days are made up. One stream
/// per year keeps it short.
/// </summary>
public abstract record DailyRunCommand
{
    private DailyRunCommand()
    {
    }

    /// <summary>
    /// Everything due up to and on the day has been done. An earlier or the same day says nothing new.
    /// </summary>
    public sealed record Complete(DateOnly Day) : DailyRunCommand;
}

public abstract record DailyRunEvent
{
    private DailyRunEvent()
    {
    }

    public sealed record Completed(DateOnly Day) : DailyRunEvent;
}

/// <param name="LastCompleted">Null before the first run of the year.</param>
public sealed record DailyRunState(DateOnly? LastCompleted);

public static class DailyRunDecider
{
    public static DailyRunState Initial { get; } = new((DateOnly?)null);

    public static Id IdOf(int year) =>
        Id.Derive("daily-run", year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Decision<DailyRunEvent> Decide(DailyRunState state, DailyRunCommand command, CommandContext context)
    {
        var day = ((DailyRunCommand.Complete)command).Day;
        return day <= state.LastCompleted ? Decision.Accept<DailyRunEvent>() : new DailyRunEvent.Completed(day);
    }

    public static DailyRunState Evolve(DailyRunState state, DailyRunEvent happened) =>
        new(((DailyRunEvent.Completed)happened).Day);
}
