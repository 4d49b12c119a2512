namespace Oversight.Surveys;

/// <summary>What somebody asks of a unit's survey. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record SurveyCommand
{
    private SurveyCommand()
    {
    }

    internal abstract Decision<SurveyEvent> Decide(SurveyState state, CommandContext context);

    /// <summary>A command on a survey that an answer is awaited to, late or not.</summary>
    public abstract record WhileAwaited : SurveyCommand
    {
        internal abstract Decision<SurveyEvent> Decide(Survey survey, CommandContext context);

        internal sealed override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context) =>
            state is { Status: SurveyStatus.Open or SurveyStatus.Silent, Survey: { } survey }
                ? Decide(survey, context)
                : new Refusal(SurveyRefusals.NotAwaited);
    }

    /// <summary>A command on a survey that has been answered.</summary>
    public abstract record WhileAnswered : SurveyCommand
    {
        internal abstract Decision<SurveyEvent> Decide(Survey survey, CommandContext context);

        internal sealed override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context) =>
            state is { Status: SurveyStatus.Answered, Survey: { } survey }
                ? Decide(survey, context)
                : new Refusal(SurveyRefusals.NotAnswered);
    }
}

/// <summary>What happened to a unit's survey.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record SurveyEvent(DateOnly On)
{
    internal abstract SurveyState Apply(SurveyState state);

    /// <summary>Something that happens to a survey that has been asked for.</summary>
    public abstract record ToAsked(DateOnly On) : SurveyEvent(On)
    {
        /// <summary>The state it leads to; null leaves it as it is.</summary>
        internal virtual SurveyStatus? Leads => null;

        internal abstract Survey Change(Survey survey);

        internal sealed override SurveyState Apply(SurveyState state) => new(
            Leads ?? state.Status,
            Change(state.Survey ?? throw new InvalidOperationException("Nothing happens before it is asked for.")));
    }
}

/// <summary>
/// The rules of a unit's survey. Silence is a draft of a finding until a person has judged it, and a reply is a claim
/// until somebody has confirmed it: the system draws no conclusion.
/// </summary>
public static class SurveyDecider
{
    /// <summary>One for each unit of a round.</summary>
    public static Id IdOf(Id round, Id unit) => Id.Derive("survey", $"{round}/{unit}");

    public static Decision<SurveyEvent> Decide(SurveyState state, SurveyCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static SurveyState Evolve(SurveyState state, SurveyEvent happened) => happened.Apply(state);
}
