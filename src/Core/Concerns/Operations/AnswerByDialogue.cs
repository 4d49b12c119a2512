namespace Oversight.Concerns;

public abstract partial record ConcernCommand
{
    /// <summary>
    /// Tells its reporter that it was taken up at a kvalitetsdialog with the unit, and what came of it; once for each
    /// meeting. By the system; a concern that was withdrawn is left.
    /// </summary>
    /// <param name="Became">What came of it.</param>
    public sealed record AnswerByDialogue(Id Series, int Occasion, TextReference Became) : ConcernCommand
    {
        internal override Decision<ConcernEvent> Decide(ConcernState state, CommandContext context) =>
            state is ConcernState.Withdrawn
            || state.RequiredFile.TakenUp.Any(known => known.Series == Series && known.Occasion == Occasion)
                ? Decision.Accept<ConcernEvent>()
                : new ConcernEvent.AnsweredByDialogue(context.Today, Series, Occasion, Became);
    }
}

public abstract partial record ConcernEvent
{
    public sealed record AnsweredByDialogue(DateOnly On, Id Series, int Occasion, TextReference Became)
        : ConcernEvent(On)
    {
        internal override ConcernState Apply(ConcernState state) => state.Change(file =>
            file.Step(ConcernStepKind.TakenUp, On) with
            {
                TakenUp = [.. file.TakenUp, new ConcernTakenUp(Series, Occasion, On, Became)],
            });
    }
}

/// <summary>That a concern was taken up at a kvalitetsdialog, with what came of it in words for its reporter.</summary>
public sealed record ConcernTakenUp(Id Series, int Occasion, DateOnly On, TextReference Became);

/// <summary>What follows from the state of a concern; not stored.</summary>
public static class ConcernDialogueConclusions
{
    extension(ConcernState state)
    {
        /// <summary>It was assessed to be taken up at the next dialogue, and has not been since.</summary>
        public bool AwaitsDialogue => state is ConcernState.Assessed
        {
            Assessment.Outcome: ConcernOutcome.NextDialogue, File.Steps: var steps,
        } && steps.Last(step => step.Kind is ConcernStepKind.Assessed or ConcernStepKind.TakenUp).Kind
            == ConcernStepKind.Assessed;

        /// <summary>A dialogue was all that was to come of it, and it has been taken up there.</summary>
        public bool IsAnsweredByDialogue => !state.AwaitsDialogue && state is ConcernState.Assessed
        {
            Assessment.Outcome: ConcernOutcome.NextDialogue,
        };
    }
}
