namespace Oversight.LoopApp.Matters;

/// <summary>What a matter waits for, from its state alone.</summary>
public abstract record Awaited
{
    private Awaited()
    {
    }

    /// <summary>Never throws: what cannot be worked out is said, so that it is seen and one matter does not stop the others.</summary>
    public static Awaited Of(Matter matter)
    {
        try
        {
            return Find(matter);
        }
        catch (Exception wrong)
        {
            return new Stuck(wrong.Message);
        }
    }

    /// <summary>What is to be done by now, in order.</summary>
    public virtual IReadOnlyList<Step> Due(DateOnly today) => [];

    /// <summary>The next day after <paramref name="today"/> on which something is to be done; null: none.</summary>
    public virtual DateOnly? NextDay(DateOnly today) => null;

    public virtual bool SameAs(Awaited other) => Equals(other);

    private static Awaited Find(Matter matter)
    {
        if (matter.Trouble.Throws)
            throw new InvalidOperationException("This matter cannot be worked out.");
        if (matter.IsClosed)
            return new Nothing();
        var awaited = matter.Parties
            .Where(party => !matter.Answered.Contains(party.Name))
            .Select(party => new Answer(party.Name, party.Until, party.Reminders, DoneAbout(party.Name)))
            .ToList();
        return new Some(awaited.Count > 0 ? awaited : [new Answer("closing", null, [], [])]);

        IReadOnlyList<string> DoneAbout(string party) =>
            [.. matter.Done.Where(step => step.StartsWith($"{party}/", StringComparison.Ordinal))];
    }

    /// <summary>It is over.</summary>
    public sealed record Nothing : Awaited;

    /// <summary>It could not be worked out. Nothing is done until somebody mends it.</summary>
    public sealed record Stuck(string Reason) : Awaited;

    public sealed record Some(IReadOnlyList<Answer> Answers) : Awaited
    {
        public override IReadOnlyList<Step> Due(DateOnly today) => [.. Answers.Select(answer => answer.Due(today)).OfType<Step>()];

        public override DateOnly? NextDay(DateOnly today) => Answers.Select(answer => answer.NextDay(today)).Min();

        public override bool SameAs(Awaited other) =>
            other is Some some && Answers.Select(Text).SequenceEqual(some.Answers.Select(Text), StringComparer.Ordinal);

        private static string Text(Answer answer) =>
            $"{answer.From}|{answer.Until:O}|{string.Join(',', answer.Reminders)}|{string.Join(',', answer.Done)}";
    }
}

/// <summary>One awaited answer: from whom, until when, when they are reminded, and what has been done about it.</summary>
public sealed record Answer(string From, DateOnly? Until, IReadOnlyList<DateOnly> Reminders, IReadOnlyList<string> Done)
{
    /// <summary>
    /// The day has passed: escalate. Else the last reminder day that has come; earlier ones that were missed are not made up.
    /// </summary>
    public Step? Due(DateOnly today)
    {
        var step = today > Until
            ? new Step(From, Step.Escalate)
            : Reminders.Where(day => day <= today).Order().Select(day => new Step(From, Step.Remind(day))).LastOrDefault();
        return step is null || Done.Contains(step.Key) ? null : step;
    }

    public DateOnly? NextDay(DateOnly today) =>
        Reminders.Select(day => (DateOnly?)day).Append(Until?.AddDays(1)).Where(day => day > today).Min();
}

/// <summary>Something to be done about one awaited answer.</summary>
public sealed record Step(string About, string What)
{
    public const string Escalate = "escalate";
    private const string Reminder = "remind-";

    public string Key => $"{About}/{What}";

    public static string Remind(DateOnly day) => $"{Reminder}{day:yyyy-MM-dd}";

    public MatterEvent Record(DateOnly on) => What == Escalate ? new MatterEvent.Escalated(Key, on) : new MatterEvent.Reminded(Key, on);
}
