using Oversight.Reviews;
using Oversight.Texts;

namespace Oversight.Assignments;

/// <summary>What somebody asks of an uppgift.</summary>
public abstract record AssignmentCommand
{
    private AssignmentCommand()
    {
    }

    internal abstract Decision<AssignmentEvent> Decide(AssignmentState state, CommandContext context);

    /// <summary>The reviewers have given it. By the system, once; <see cref="ReviewCommand.GiveAssignment"/>.</summary>
    public sealed record Assign(Assignment Given) : AssignmentCommand
    {
        internal override Decision<AssignmentEvent> Decide(AssignmentState state, CommandContext context) =>
            state.Status == AssignmentStatus.NotAssigned
                ? new AssignmentEvent.Assigned(context.Today, Given)
                : Decision.Accept<AssignmentEvent>();
    }

    /// <summary>A handläggare has done it, and says in a word what came of it.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record Complete(WrittenText Word, int Longest) : AssignmentCommand
    {
        internal override Decision<AssignmentEvent> Decide(AssignmentState state, CommandContext context) =>
            WhileOpen(state, Word, "word", Longest, () => new AssignmentEvent.Completed(context.Today, Word.Kept));
    }

    /// <summary>It is not to be done after all.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record Withdraw(WrittenText Reason, int Longest) : AssignmentCommand
    {
        internal override Decision<AssignmentEvent> Decide(AssignmentState state, CommandContext context) =>
            WhileOpen(
                state, Reason, "reason", Longest, () => new AssignmentEvent.Withdrawn(context.Today, Reason.Kept));
    }

    private static Decision<AssignmentEvent> WhileOpen(
        AssignmentState state, WrittenText words, string field, int longest, Func<AssignmentEvent> then) =>
        state.Status != AssignmentStatus.Open
            ? new Refusal(AssignmentRefusals.NotOpen)
            : Decision.Unless<AssignmentEvent>([.. TextChecks.Required(words, field, longest)], () => then());
}

/// <summary>What happened to an uppgift.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract record AssignmentEvent(DateOnly On)
{
    internal abstract AssignmentState Apply(AssignmentState state);

    public sealed record Assigned(DateOnly On, Assignment Assignment) : AssignmentEvent(On)
    {
        internal override AssignmentState Apply(AssignmentState state) => new(AssignmentStatus.Open, Assignment);
    }

    public sealed record Completed(DateOnly On, TextReference Word) : AssignmentEvent(On)
    {
        internal override AssignmentState Apply(AssignmentState state) =>
            state with { Status = AssignmentStatus.Done };
    }

    public sealed record Withdrawn(DateOnly On, TextReference Reason) : AssignmentEvent(On)
    {
        internal override AssignmentState Apply(AssignmentState state) =>
            state with { Status = AssignmentStatus.Withdrawn };
    }
}

/// <summary>The rules of an uppgift: given, and then done or withdrawn, once.</summary>
public static class AssignmentDecider
{
    public static Decision<AssignmentEvent> Decide(
        AssignmentState state, AssignmentCommand command, CommandContext context) => command.Decide(state, context);

    public static AssignmentState Evolve(AssignmentState state, AssignmentEvent happened) => happened.Apply(state);
}
