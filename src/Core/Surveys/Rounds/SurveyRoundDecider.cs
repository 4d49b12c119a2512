namespace Oversight.Surveys;

/// <summary>What somebody asks of a round. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record SurveyRoundCommand
{
    private SurveyRoundCommand()
    {
    }

    internal abstract Decision<SurveyRoundEvent> Decide(SurveyRoundState state, CommandContext context);

    /// <summary>A command on a round that nobody has been asked in.</summary>
    public abstract record WhileComposed : SurveyRoundCommand
    {
        internal abstract Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context);

        internal sealed override Decision<SurveyRoundEvent> Decide(SurveyRoundState state, CommandContext context) =>
            state is { Status: SurveyRoundStatus.Composed, Round: { } round }
                ? Decide(round, context)
                : new Refusal(SurveyRoundRefusals.NotComposed);
    }

    /// <summary>A command on a round that units can still be asked in.</summary>
    public abstract record WhileOpen : SurveyRoundCommand
    {
        internal abstract Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context);

        internal sealed override Decision<SurveyRoundEvent> Decide(SurveyRoundState state, CommandContext context) =>
            state is { Status: SurveyRoundStatus.Composed or SurveyRoundStatus.Released, Round: { } round }
                ? Decide(round, context)
                : new Refusal(SurveyRoundRefusals.NotOpen);
    }
}

/// <summary>What happened to a round.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record SurveyRoundEvent(DateOnly On)
{
    internal abstract SurveyRoundState Apply(SurveyRoundState state);

    /// <summary>Something that happens to a round that is composed.</summary>
    public abstract record ToComposed(DateOnly On) : SurveyRoundEvent(On)
    {
        /// <summary>The state it leads to; null leaves it as it is.</summary>
        internal virtual SurveyRoundStatus? Leads => null;

        internal abstract SurveyRound Change(SurveyRound round);

        internal sealed override SurveyRoundState Apply(SurveyRoundState state) => new(
            Leads ?? state.Status,
            Change(state.Round ?? throw new InvalidOperationException("Nothing happens before it is composed.")));
    }
}

/// <summary>The rules of a round: put together, looked through, sent out by a person, and closed.</summary>
public static class SurveyRoundDecider
{
    /// <summary>One for each board and year.</summary>
    public static Id IdOf(BoardId board, int year) => Id.Derive("survey-round", FormattableString.Invariant(
        $"{board}/{year}"));

    public static Decision<SurveyRoundEvent> Decide(
        SurveyRoundState state, SurveyRoundCommand command, CommandContext context) => command.Decide(state, context);

    public static SurveyRoundState Evolve(SurveyRoundState state, SurveyRoundEvent happened) => happened.Apply(state);
}
