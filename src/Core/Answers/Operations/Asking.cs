using Oversight.Answers.Surveys;

namespace Oversight.Answers;

public abstract partial record AnswerCommand
{
    /// <summary>Asks the provider, once.</summary>
    public sealed record Ask(AnswerTask Task) : AnswerCommand
    {
        /// <summary>The sanction that asks; null: the review itself does.</summary>
        public Id? Matter { get; init; }

        /// <summary>What an avtalsenkät asks; null for every other answer.</summary>
        public SurveyTask? Survey { get; init; }

        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) =>
            (state.Status, Survey, Matter) switch
            {
                (not AnswerStatus.NotAsked, _, _) => Decision.Accept<AnswerEvent>(),
                (_, { } survey, _) => new AnswerEvent.SurveyAsked(context.Today, Task, survey),
                (_, _, { } matter) => new AnswerEvent.AskedInMatter(context.Today, Task, matter),
                _ => new AnswerEvent.Asked(context.Today, Task),
            };
    }

    /// <summary>Asks no more. What was handed in stays.</summary>
    public sealed record Withdraw : AnswerCommand
    {
        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) =>
            state.Status == AnswerStatus.Open
                ? new AnswerEvent.Withdrawn(context.Today)
                : Decision.Accept<AnswerEvent>();
    }

    /// <summary>
    /// Gives an answer that is open another last day; null: none for now, and what comes in is received. The system's.
    /// </summary>
    public sealed record MoveDay(DateOnly? Until) : AnswerCommand
    {
        internal override Decision<AnswerEvent> Decide(AnswerState state, CommandContext context) =>
            state is { Status: AnswerStatus.Open, Answer: { } answer } && answer.LastDay != Until
                ? new AnswerEvent.DayMoved(context.Today, Until)
                : Decision.Accept<AnswerEvent>();
    }
}

public abstract partial record AnswerEvent
{
    public sealed record Asked(DateOnly On, AnswerTask Task) : AnswerEvent(On)
    {
        internal override AnswerState Apply(AnswerState state) => new(AnswerStatus.Open, new Answer(Task, On));
    }

    /// <param name="Matter">The sanction that asks.</param>
    public sealed record AskedInMatter(DateOnly On, AnswerTask Task, Id Matter) : AnswerEvent(On)
    {
        internal override AnswerState Apply(AnswerState state) =>
            new(AnswerStatus.Open, new Answer(Task, On) { Matter = Matter });
    }

    public sealed record SurveyAsked(DateOnly On, AnswerTask Task, SurveyTask Survey) : AnswerEvent(On)
    {
        internal override AnswerState Apply(AnswerState state) =>
            new(AnswerStatus.Open, new Answer(Task, On) { Survey = Survey });
    }

    /// <param name="Until">Null: what it is asked for by has been paused.</param>
    public sealed record DayMoved(DateOnly On, DateOnly? Until) : ToAsked(On)
    {
        internal override Answer Change(Answer answer) => answer with
        {
            Task = answer.Task with { Until = Until ?? answer.Task.Until },
            IsHeld = Until is null,
        };
    }

    public sealed record Withdrawn(DateOnly On) : ToAsked(On)
    {
        internal override AnswerStatus? Leads => AnswerStatus.Withdrawn;

        internal override Answer Change(Answer answer) => answer;
    }
}
