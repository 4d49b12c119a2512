using Oversight.Risk;

namespace Oversight.Judgements;

/// <summary>What happened to the judgement of a unit.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract record UnitJudgementEvent(DateOnly On)
{
    internal abstract UnitJudgementState Apply(UnitJudgementState state);

    public sealed record WarningRaised(DateOnly On, JudgedUnit Unit, EarlyWarning Warning) : UnitJudgementEvent(On)
    {
        internal override UnitJudgementState Apply(UnitJudgementState state) =>
            state with { Unit = Unit, Warnings = [.. state.Warnings, new RaisedWarning(Warning, On)] };
    }

    public sealed record WarningAnswered(DateOnly On, WarningAnswer Answer, TextReference Reason)
        : UnitJudgementEvent(On)
    {
        internal override UnitJudgementState Apply(UnitJudgementState state) =>
            state with
            {
                Warnings =
                    [.. state.Warnings.SkipLast(1), state.Warnings[^1] with { Answer = Answer, Reason = Reason }],
            };
    }

    /// <param name="Computed">What the analysis gave on the day.</param>
    /// <param name="Until">The last day that it counts.</param>
    public sealed record ClassJudged(
        DateOnly On, JudgedUnit Unit, CodeId Class, CodeId Computed, DateOnly Until, TextReference Reason)
        : UnitJudgementEvent(On)
    {
        internal override UnitJudgementState Apply(UnitJudgementState state) => state with
        {
            Unit = Unit,
            Classes =
            [
                .. Ended(state.Classes, On),
                new ClassJudgement(Unit.UnitId, Class, Computed, On, Until) { Reason = Reason },
            ],
        };
    }

    public sealed record ClassEnded(DateOnly On, TextReference Reason) : UnitJudgementEvent(On)
    {
        internal override UnitJudgementState Apply(UnitJudgementState state) =>
            state with { Classes = [.. Ended(state.Classes, On)] };
    }

    private static IEnumerable<ClassJudgement> Ended(IReadOnlyList<ClassJudgement> classes, DateOnly on) =>
        classes.Select(judged => judged.IsInForceOn(on) ? judged with { EndedOn = on } : judged);
}

/// <summary>The rules of what people make of a unit's risk. One stream for each unit.</summary>
public static class UnitJudgementDecider
{
    public static Id IdOf(Id unit) => Id.Derive("unit-judgement", unit.Value);

    public static Decision<UnitJudgementEvent> Decide(
        UnitJudgementState state, UnitJudgementCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static UnitJudgementState Evolve(UnitJudgementState state, UnitJudgementEvent happened) =>
        happened.Apply(state);
}
