namespace Oversight.Dialogues;

/// <summary>What somebody asks of a series. Each command stands with its event in <c>Operations</c>.</summary>
public abstract partial record DialogueCommand
{
    private DialogueCommand()
    {
    }

    internal abstract Decision<DialogueEvent> Decide(DialogueState state, CommandContext context);

    /// <summary>A command on a series that goes on.</summary>
    public abstract record OfOpen : DialogueCommand
    {
        internal sealed override Decision<DialogueEvent> Decide(DialogueState state, CommandContext context) =>
            state is { Status: DialogueStatus.Open, Series: { } series }
                ? Decide(series, context)
                : new Refusal(DialogueRefusals.NotOpen);

        internal abstract Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context);
    }

    /// <summary>A command on a meeting whose minutes are not established.</summary>
    public abstract record OfOccasion : OfOpen
    {
        public required int? Occasion { get; init; }

        internal sealed override Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context) =>
            series.OccasionOf(Occasion) switch
            {
                null => new Refusal(DialogueRefusals.UnknownOccasion, "occasion"),
                { Status: OccasionStatus.Cancelled } => new Refusal(DialogueRefusals.IsCancelled),
                { MinutesOn: not null } => new Refusal(DialogueRefusals.HasMinutes),
                var occasion => Decide(series, occasion, context),
            };

        internal abstract Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context);

        /// <summary>What is only said at a meeting is written down on its day at the earliest.</summary>
        private protected static IEnumerable<Refusal> NotBefore(DialogueOccasion occasion, CommandContext context)
        {
            if (context.Today < occasion.Time.On)
                yield return new Refusal(DialogueRefusals.NotYet);
        }
    }
}

/// <summary>What happened to a series.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract partial record DialogueEvent(DateOnly On)
{
    internal abstract DialogueState Apply(DialogueState state);

    /// <summary>What happens to a series that goes on.</summary>
    public abstract record OfOpen(DateOnly On) : DialogueEvent(On)
    {
        internal override DialogueState Apply(DialogueState state) => state with { Series = Change(state.Series!) };

        internal abstract DialogueSeries Change(DialogueSeries series);
    }

    /// <summary>What happens to one of its meetings.</summary>
    public abstract record OfOccasion(DateOnly On, int Occasion) : OfOpen(On)
    {
        internal override DialogueSeries Change(DialogueSeries series) =>
            series.With(Change(series.OccasionOf(Occasion)!));

        internal abstract DialogueOccasion Change(DialogueOccasion occasion);
    }
}

/// <summary>The rules of a series: opened, filled with meetings and with what they agree, ended.</summary>
public static class DialogueDecider
{
    public static Decision<DialogueEvent> Decide(
        DialogueState state, DialogueCommand command, CommandContext context) => command.Decide(state, context);

    public static DialogueState Evolve(DialogueState state, DialogueEvent happened) => happened.Apply(state);
}
