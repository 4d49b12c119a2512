using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Surveys;

public abstract partial record SurveyRoundCommand
{
    /// <summary>Does not ask a unit this year.</summary>
    /// <param name="Units">Those that would be asked, as the register says.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record LeaveOut(Id? UnitId, WrittenText Reason, IReadOnlyList<Id> Units, int Longest)
        : WhileOpen
    {
        internal override Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context) =>
            Decision.Unless<SurveyRoundEvent>(
                [.. UnitFaults(round), .. TextChecks.Required(Reason, "reason", Longest)],
                () => new SurveyRoundEvent.UnitLeftOut(context.Today, UnitId!.Value, Reason.Kept));

        private IEnumerable<Refusal> UnitFaults(SurveyRound round)
        {
            if (UnitId is not { } unit)
                yield return new Refusal(SurveyRoundRefusals.UnitMissing, "unit");
            else if (round.Asked.Contains(unit))
                yield return new Refusal(SurveyRoundRefusals.UnitIsAsked, "unit");
            else if (round.LeftOut.Any(left => left.UnitId == unit))
                yield return new Refusal(SurveyRoundRefusals.UnitIsLeftOut, "unit");
            else if (!Units.Contains(unit))
                yield return new Refusal(SurveyRoundRefusals.UnknownUnit, "unit");
        }
    }

    /// <summary>Asks a unit after all.</summary>
    public sealed record TakeBack(Id? UnitId) : WhileOpen
    {
        internal override Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context) =>
            UnitId is not { } unit ? new Refusal(SurveyRoundRefusals.UnitMissing, "unit")
            : round.LeftOut.All(left => left.UnitId != unit)
                ? new Refusal(SurveyRoundRefusals.UnitIsNotLeftOut, "unit")
            : new SurveyRoundEvent.UnitTakenBack(context.Today, unit);
    }

    /// <summary>
    /// Asks the units: everybody that has not been asked, or those of one avtalsområde (a wave). Never by the system.
    /// One event, however many they are: what follows an append sees its last event alone.
    /// </summary>
    /// <param name="Units">Everybody who would be asked, as the register says on the day.</param>
    /// <param name="Area">Null: every area.</param>
    /// <param name="Until">The last day of those who are asked now; null: the last day of the round.</param>
    /// <param name="Rules">Of the day.</param>
    public sealed record Release(
        IReadOnlyList<SurveyedUnit> Units, CodeId? Area, DateOnly? Until, SurveyRoundRules Rules) : WhileOpen
    {
        internal override Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context)
        {
            var left = round.LeftOut.Select(unit => unit.UnitId).Concat(round.Asked).ToHashSet();
            var asked = Units.Where(unit => !left.Contains(unit.UnitId) && (Area is null || unit.Area == Area))
                .ToList();
            if (asked.Count == 0)
                return new Refusal(SurveyRoundRefusals.NobodyToAsk, "area");
            var until = Until ?? round.Until;
            return Decision.Unless<SurveyRoundEvent>(
                [.. RoundDays.Faults(until, context.Today, Rules)],
                () => new SurveyRoundEvent.WaveSent(context.Today, round.Waves + 1, asked, until));
        }
    }

    /// <summary>
    /// The answers are in and what nobody answered is judged: says what they showed, for the summary to the board.
    /// </summary>
    /// <param name="Awaited">Surveys that may still be answered in time.</param>
    /// <param name="NotJudged">Silences that nobody has confirmed or dismissed.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record Close(WrittenText Conclusions, int Awaited, int NotJudged, int Longest)
        : SurveyRoundCommand
    {
        internal override Decision<SurveyRoundEvent> Decide(SurveyRoundState state, CommandContext context)
        {
            if (state.Status != SurveyRoundStatus.Released)
                return new Refusal(SurveyRoundRefusals.NotOpen);
            return Decision.Unless<SurveyRoundEvent>(
                [.. Faults(), .. TextChecks.Required(Conclusions, "conclusions", Longest)],
                () => new SurveyRoundEvent.Closed(context.Today, Conclusions.Kept));
        }

        private IEnumerable<Refusal> Faults()
        {
            if (Awaited > 0)
                yield return new Refusal(SurveyRoundRefusals.AnswersAwaited, null, $"{Awaited}");
            if (NotJudged > 0)
                yield return new Refusal(SurveyRoundRefusals.SilencesNotJudged, null, $"{NotJudged}");
        }
    }
}

public abstract partial record SurveyRoundEvent
{
    public sealed record UnitLeftOut(DateOnly On, Id UnitId, TextReference Reason) : ToComposed(On)
    {
        internal override SurveyRound Change(SurveyRound round) =>
            round with { LeftOut = [.. round.LeftOut, new LeftOutUnit(UnitId, Reason)] };
    }

    public sealed record UnitTakenBack(DateOnly On, Id UnitId) : ToComposed(On)
    {
        internal override SurveyRound Change(SurveyRound round) =>
            round with { LeftOut = [.. round.LeftOut.Where(left => left.UnitId != UnitId)] };
    }

    /// <param name="Until">The last day of its units; null in what was written before it was kept: the round's.</param>
    public sealed record WaveSent(DateOnly On, int Number, IReadOnlyList<SurveyedUnit> Units, DateOnly? Until)
        : ToComposed(On)
    {
        internal override SurveyRoundStatus? Leads => SurveyRoundStatus.Released;

        internal override SurveyRound Change(SurveyRound round) => round with
        {
            Asked = [.. round.Asked, .. Units.Select(unit => unit.UnitId)],
            Waves = Number,
            Until = Until is { } until && until > round.Until ? until : round.Until,
            ReleasedOn = round.ReleasedOn ?? On,
        };
    }

    public sealed record Closed(DateOnly On, TextReference Conclusions) : ToComposed(On)
    {
        internal override SurveyRoundStatus? Leads => SurveyRoundStatus.Closed;

        internal override SurveyRound Change(SurveyRound round) =>
            round with { ClosedOn = On, Conclusions = Conclusions };
    }
}
