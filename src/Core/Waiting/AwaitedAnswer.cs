namespace Oversight.Waiting;

/// <summary>One answer that is awaited: a decision, a supplement, an opinion.</summary>
/// <param name="What">
/// Names it within its stream, the same for as long as it is awaited: <c>decision-1</c>. Part of what names the
/// commands that are issued about it, so a contract.
/// </param>
/// <param name="From">Who is to answer.</param>
/// <param name="Until">The last day for it, in Stockholm; null: no day is set.</param>
/// <param name="Steps">What is still to be done about it. What has been done, the state leaves out.</param>
public sealed record AwaitedAnswer(string What, AwaitedParty From, DateOnly? Until, IReadOnlyList<WaitingStep> Steps)
{
    /// <summary>When whoever is to answer was last reminded; null: not yet.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>Who may not answer though they have the role, by their Entra object ids (jäv).</summary>
    public IReadOnlyList<string> NotBy { get; init; } = [];

    /// <summary>The last step whose day has come: earlier ones that were missed are not made up for.</summary>
    public DueStep? Due(DateOnly today) => Steps
        .Where(step => step.Day <= today)
        .OrderBy(step => step.Day)
        .Select(step => new DueStep(What, step.Name, step.Day))
        .LastOrDefault();
}

/// <summary>Who is to answer: somebody in a role, for a board.</summary>
public sealed record AwaitedParty(Role Role, BoardId Board);

/// <summary>Something to be done when a day comes and the answer has not.</summary>
/// <param name="Name">The capability's own, or one of those here. A contract.</param>
public sealed record WaitingStep(string Name, DateOnly Day)
{
    public const string RemindName = "remind";
    public const string EscalateName = "escalate";

    /// <summary>Reminding whoever is outside and still has time.</summary>
    public const string PromptName = "prompt";

    public static WaitingStep Remind(DateOnly day) => new(RemindName, day);

    public static WaitingStep Prompt(DateOnly day) => new(PromptName, day);

    /// <summary>On the day after the last day for the answer.</summary>
    public static WaitingStep Escalate(DateOnly until) => new(EscalateName, until.AddDays(1));
}

/// <summary>A step whose day has come. The three together name it once and for all within its stream.</summary>
public sealed record DueStep(string What, string Name, DateOnly Day);
