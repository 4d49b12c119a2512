using System.Globalization;
using Oversight.Risk;
using Oversight.Texts;

namespace Oversight.Judgements;

/// <summary>What somebody asks of the judgement of a unit.</summary>
public abstract record UnitJudgementCommand
{
    private UnitJudgementCommand()
    {
    }

    internal abstract Decision<UnitJudgementEvent> Decide(UnitJudgementState state, CommandContext context);

    /// <summary>By the system, day by day: a signal is raised once, whoever looks.</summary>
    public sealed record Raise(JudgedUnit Unit, EarlyWarning Warning) : UnitJudgementCommand
    {
        internal override Decision<UnitJudgementEvent> Decide(UnitJudgementState state, CommandContext context) =>
            state.Warnings is [.., var newest] && !RaisedWarning.IsNewSince(newest.RaisedOn, Warning)
                ? Decision.Accept<UnitJudgementEvent>()
                : new UnitJudgementEvent.WarningRaised(context.Today, Unit, Warning);
    }

    /// <summary>A person says what came of the newest varning.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record AnswerWarning(WarningAnswer? Answer, WrittenText Reason, int Longest) : UnitJudgementCommand
    {
        internal override Decision<UnitJudgementEvent> Decide(UnitJudgementState state, CommandContext context) =>
            state.Waiting is null
                ? new Refusal(JudgementRefusals.NoWarning)
                : Decision.Unless<UnitJudgementEvent>(
                    [.. OfAnswer(), .. TextChecks.Required(Reason, "reason", Longest)],
                    () => new UnitJudgementEvent.WarningAnswered(context.Today, Answer!.Value, Reason.Kept));

        private IEnumerable<Refusal> OfAnswer()
        {
            if (Answer is null)
                yield return new Refusal(JudgementRefusals.AnswerMissing, "answer");
        }
    }

    /// <summary>
    /// A person judges the risk otherwise than the analysis. It stands beside what is computed, until its day; an
    /// earlier one ends.
    /// </summary>
    /// <param name="Class">One of the classes of the model, as the field offers them; null: none was chosen.</param>
    /// <param name="Computed">What the analysis gives on the day.</param>
    /// <param name="LongestMonths">So far ahead it may reach.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record JudgeClass(
        JudgedUnit Unit, CodeId? Class, CodeId Computed, DateOnly? Until, WrittenText Reason, int LongestMonths,
        int Longest) : UnitJudgementCommand
    {
        internal override Decision<UnitJudgementEvent> Decide(UnitJudgementState state, CommandContext context) =>
            Decision.Unless<UnitJudgementEvent>(
                [.. OfClass(), .. OfDay(context.Today), .. TextChecks.Required(Reason, "reason", Longest)],
                () => new UnitJudgementEvent.ClassJudged(
                    context.Today, Unit, Class!.Value, Computed, Until!.Value, Reason.Kept));

        private IEnumerable<Refusal> OfClass()
        {
            if (Class is null)
                yield return new Refusal(JudgementRefusals.ClassMissing, "class");
            else if (Class == Computed)
                yield return new Refusal(JudgementRefusals.ClassIsComputed, "class");
        }

        private IEnumerable<Refusal> OfDay(DateOnly today)
        {
            var last = today.AddMonths(LongestMonths);
            if (Until is not { } until)
                yield return new Refusal(JudgementRefusals.DayMissing, "until");
            else if (until < today)
                yield return new Refusal(JudgementRefusals.DayPassed, "until");
            else if (until > last)
                yield return new Refusal(
                    JudgementRefusals.DayTooFar, "until", last.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The analysis counts alone again.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record EndClass(WrittenText Reason, int Longest) : UnitJudgementCommand
    {
        internal override Decision<UnitJudgementEvent> Decide(UnitJudgementState state, CommandContext context) =>
            state.InForceOn(context.Today) is null
                ? new Refusal(JudgementRefusals.NothingInForce)
                : Decision.Unless<UnitJudgementEvent>(
                    [.. TextChecks.Required(Reason, "reason", Longest)],
                    () => new UnitJudgementEvent.ClassEnded(context.Today, Reason.Kept));
    }
}
