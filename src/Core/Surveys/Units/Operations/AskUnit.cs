using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Surveys;

public abstract partial record SurveyCommand
{
    /// <summary>Asks the unit, because a round was sent out. By the system; once.</summary>
    /// <param name="Questions">Those of the set that are for this unit.</param>
    /// <param name="Wave">That it is asked in.</param>
    /// <param name="Rules">Of the day on which it was sent out.</param>
    public sealed record Ask(
        Id RoundId, SurveyRound Round, SurveyedUnit Unit, IReadOnlyList<CodeId> Questions,
        SurveyRoundEvent.WaveSent Wave, SurveyRoundRules Rules) : SurveyCommand
    {
        internal override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context) =>
            state.Survey is null
                ? new SurveyEvent.Asked(Wave.On, new Survey
                {
                    RoundId = RoundId,
                    Year = Round.Year,
                    Unit = Unit,
                    Set = Round.Set,
                    Questions = Questions,
                    Terms = SurveyTerms.Of(Rules),
                    AskedOn = Wave.On,
                    Until = Wave.Until ?? Round.Until,
                })
                : Decision.Accept<SurveyEvent>();
    }

    /// <summary>Gives more days. A silence that nobody has judged is over with it.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record Extend(DateOnly? Until, WrittenText Reason, int Longest) : WhileAwaited
    {
        internal override Decision<SurveyEvent> Decide(Survey survey, CommandContext context) =>
            Decision.Unless<SurveyEvent>(
                [.. DayFaults(survey, context.Today), .. TextChecks.Required(Reason, "reason", Longest)],
                () => new SurveyEvent.Extended(context.Today, Until!.Value, Reason.Kept));

        private IEnumerable<Refusal> DayFaults(Survey survey, DateOnly today)
        {
            var first = survey.Until < today ? today : survey.Until.AddDays(1);
            if (Until is not { } day)
                yield return new Refusal(SurveyRefusals.DayMissing, "until");
            else if (day < first)
                yield return new Refusal(SurveyRefusals.DayTooEarly, "until", $"{first:yyyy-MM-dd}");
        }
    }

    /// <summary>Asks for no answer: the unit is closed, or answers for itself elsewhere.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record LeaveOut(WrittenText Reason, int Longest) : WhileAwaited
    {
        internal override Decision<SurveyEvent> Decide(Survey survey, CommandContext context) =>
            Decision.Unless<SurveyEvent>(
                [.. TextChecks.Required(Reason, "reason", Longest)],
                () => new SurveyEvent.LeftOut(context.Today, Reason.Kept));
    }

    /// <summary>Makes links that may have come to somebody else stop working and sends a new one.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record RenewLink(WrittenText Reason, int Longest) : WhileAwaited
    {
        internal override Decision<SurveyEvent> Decide(Survey survey, CommandContext context) =>
            Decision.Unless<SurveyEvent>(
                [.. TextChecks.Required(Reason, "reason", Longest)],
                () => new SurveyEvent.LinkRenewed(context.Today, Reason.Kept));
    }

    /// <summary>Asks the provider again: a correction of its answer, or what something else tells.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record AskAgain(DateOnly? Until, WrittenText Reason, int Longest) : WhileAnswered
    {
        internal override Decision<SurveyEvent> Decide(Survey survey, CommandContext context)
        {
            var until = Until ?? context.Today.AddDays(survey.Terms.CorrectionDays);
            return Decision.Unless<SurveyEvent>(
                [
                    .. until <= context.Today
                        ? [new Refusal(
                            SurveyRefusals.DayTooEarly, "until", $"{context.Today.AddDays(1):yyyy-MM-dd}")]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Required(Reason, "reason", Longest),
                ],
                () => new SurveyEvent.AskedAgain(context.Today, survey.Number + 1, until, Reason.Kept));
        }
    }

    /// <summary>Reminds the provider. By the system, some days before the last day; once.</summary>
    public sealed record Prompt : SurveyCommand
    {
        internal override Decision<SurveyEvent> Decide(SurveyState state, CommandContext context) =>
            state is { Status: SurveyStatus.Open, Survey: { IsPrompted: false } survey }
                && context.Today >= survey.Until.AddDays(-survey.Terms.PromptDaysBefore)
                && context.Today <= survey.Until
                ? new SurveyEvent.Prompted(context.Today)
                : Decision.Accept<SurveyEvent>();
    }
}

public abstract partial record SurveyEvent
{
    public sealed record Asked(DateOnly On, Survey Survey) : SurveyEvent(On)
    {
        internal override SurveyState Apply(SurveyState state) => new(SurveyStatus.Open, Survey);
    }

    public sealed record Extended(DateOnly On, DateOnly Until, TextReference Reason) : ToAsked(On)
    {
        internal override SurveyStatus? Leads => SurveyStatus.Open;

        internal override Survey Change(Survey survey) => survey with
        {
            Until = Until,
            IsPrompted = false,
            Silence = survey.Silence is { Judgement: SilenceJudgement.Open } ? null : survey.Silence,
        };
    }

    public sealed record LeftOut(DateOnly On, TextReference Reason) : ToAsked(On)
    {
        internal override SurveyStatus? Leads => SurveyStatus.LeftOut;

        internal override Survey Change(Survey survey) => survey with
        {
            LeftOutBecause = Reason,
            Silence = survey.Silence is { Judgement: SilenceJudgement.Open } ? null : survey.Silence,
        };
    }

    public sealed record LinkRenewed(DateOnly On, TextReference Reason) : ToAsked(On)
    {
        internal override Survey Change(Survey survey) => survey;
    }

    public sealed record AskedAgain(DateOnly On, int Number, DateOnly Until, TextReference Reason) : ToAsked(On)
    {
        internal override SurveyStatus? Leads => SurveyStatus.Open;

        internal override Survey Change(Survey survey) => survey with
        {
            Number = Number,
            Until = Until,
            AskedAgain = Reason,
            IsPrompted = false,
        };
    }

    public sealed record Prompted(DateOnly On) : ToAsked(On)
    {
        internal override Survey Change(Survey survey) => survey with { IsPrompted = true };
    }
}
