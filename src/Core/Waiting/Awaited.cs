namespace Oversight.Waiting;

/// <summary>What a stream waits for, worked out from its state alone.</summary>
public abstract record Awaited
{
    private Awaited()
    {
    }

    /// <summary>
    /// Never throws: what cannot be worked out is said, so that it is seen and one stream does not stop the others.
    /// </summary>
    public static Awaited Of(Func<IEnumerable<AwaitedAnswer>> find)
    {
        try
        {
            return find().ToList() is { Count: > 0 } answers ? new Some(answers) : new Nothing();
        }
        catch (Exception wrong)
        {
            return new Stuck($"{wrong.GetType().Name}: {wrong.Message}");
        }
    }

    /// <summary>Each answer that is awaited; none when it is over or stuck.</summary>
    public virtual IReadOnlyList<AwaitedAnswer> Answers => [];

    /// <summary>What is to be done by now: at most one step about each answer.</summary>
    public IReadOnlyList<DueStep> Due(DateOnly today) =>
        [.. Answers.Select(answer => answer.Due(today)).OfType<DueStep>()];

    /// <summary>The first day on which something is to be done, which may have passed; null: no day.</summary>
    public DateOnly? NextDay => Answers.SelectMany(answer => answer.Steps).Select(step => (DateOnly?)step.Day).Min();

    /// <summary>It is over.</summary>
    public sealed record Nothing : Awaited;

    /// <summary>It could not be worked out. Nothing is done until somebody mends it.</summary>
    public sealed record Stuck(string Reason) : Awaited;

    /// <summary>Several answers may be awaited at once.</summary>
    public sealed record Some(IReadOnlyList<AwaitedAnswer> AllAnswers) : Awaited
    {
        public override IReadOnlyList<AwaitedAnswer> Answers => AllAnswers;
    }
}
