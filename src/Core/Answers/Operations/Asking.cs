namespace Oversight.Answers;

public abstract partial record AnswerCommand
{
    /// <summary>Asks the provider, once.</summary>
    public sealed record Ask(AnswerTask Task) : AnswerCommand
    {
        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) =>
            state.Status == AnswerStatus.NotAsked
                ? new AnswerEvent.Asked(context.Today, Task)
                : Decision.Accept<AnswerEvent>();
    }

    /// <summary>Asks no more. What was handed in stays.</summary>
    public sealed record Withdraw : AnswerCommand
    {
        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) =>
            state.Status == AnswerStatus.Open
                ? new AnswerEvent.Withdrawn(context.Today)
                : Decision.Accept<AnswerEvent>();
    }
}

public abstract partial record AnswerEvent
{
    public sealed record Asked(DateOnly On, AnswerTask Task) : AnswerEvent(On)
    {
        internal override AnswerState Apply(AnswerState state) => new(AnswerStatus.Open, new Answer(Task, On));
    }

    public sealed record Withdrawn(DateOnly On) : ToAsked(On)
    {
        internal override AnswerStatus? Leads => AnswerStatus.Withdrawn;

        internal override Answer Change(Answer answer) => answer;
    }
}
