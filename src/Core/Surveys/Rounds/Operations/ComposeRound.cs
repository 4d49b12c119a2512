using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Surveys;

public abstract partial record SurveyRoundCommand
{
    /// <summary>
    /// Puts the round of a year together: by a person, or by the calendar on the day of the rules. It asks nobody.
    /// </summary>
    public sealed record Compose : SurveyRoundCommand
    {
        public required BoardId Board { get; init; }

        public required int? Year { get; init; }

        /// <summary>Null: nothing was chosen.</summary>
        public required QuestionSetVersion? Set { get; init; }

        /// <summary>Those in force.</summary>
        public required IReadOnlyList<QuestionSetVersion> Sets { get; init; }

        public required DateOnly? Until { get; init; }

        /// <summary>Of the day.</summary>
        public required SurveyRoundRules Rules { get; init; }

        internal override Decision<SurveyRoundEvent> Decide(SurveyRoundState state, CommandContext context)
        {
            if (state.Round is { } round)
                return context.Actor.Role == Role.System
                    ? Decision.Accept<SurveyRoundEvent>()
                    : new Refusal(SurveyRoundRefusals.AlreadyComposed, "year", $"{round.Year}");
            return Decision.Unless<SurveyRoundEvent>(
                [.. YearFaults(context.Today), .. SetFaults(), .. RoundDays.Faults(Until, context.Today, Rules)],
                () => new SurveyRoundEvent.Composed(context.Today, Board, Year!.Value, Set!, Until!.Value));
        }

        private IEnumerable<Refusal> YearFaults(DateOnly today)
        {
            if (Year is not { } year)
                yield return new Refusal(SurveyRoundRefusals.YearMissing, "year");
            else if (year < today.Year || year > today.Year + 1)
                yield return new Refusal(
                    SurveyRoundRefusals.YearOutOfReach, "year", $"{today.Year}", $"{today.Year + 1}");
        }

        private IEnumerable<Refusal> SetFaults()
        {
            if (Set is null)
                yield return new Refusal(SurveyRoundRefusals.SetMissing, "set");
            else if (!Sets.Contains(Set))
                yield return new Refusal(SurveyRoundRefusals.UnknownSet, "set");
        }
    }

    /// <summary>Changes the last day and which questions of the set are asked.</summary>
    /// <param name="Questions">Those that are asked, by their codes.</param>
    /// <param name="All">Every question of the set.</param>
    /// <param name="Rules">Of the day.</param>
    public sealed record Adjust(
        DateOnly? Until, IReadOnlyList<CodeId> Questions, IReadOnlyList<CodeId> All, SurveyRoundRules Rules)
        : WhileComposed
    {
        internal override Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context)
        {
            var leftOut = All.Except(Questions).ToList();
            return Decision.Unless<SurveyRoundEvent>(
                [.. RoundDays.Faults(Until, context.Today, Rules), .. QuestionFaults()],
                () => Until == round.Until && leftOut.SequenceEqual(round.LeftOutQuestions)
                    ? Decision.Accept<SurveyRoundEvent>()
                    : new SurveyRoundEvent.Adjusted(context.Today, Until!.Value, leftOut));
        }

        private IEnumerable<Refusal> QuestionFaults()
        {
            if (Questions.Count == 0)
                yield return new Refusal(SurveyRoundRefusals.NoQuestions, "questions");
            else if (Questions.Except(All).Any())
                yield return new Refusal(SurveyRoundRefusals.UnknownQuestion, "questions");
        }
    }

    /// <summary>It is not to be sent out.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record Drop(WrittenText Reason, int Longest) : WhileComposed
    {
        internal override Decision<SurveyRoundEvent> Decide(SurveyRound round, CommandContext context) =>
            Decision.Unless<SurveyRoundEvent>(
                [.. TextChecks.Required(Reason, "reason", Longest)],
                () => new SurveyRoundEvent.Dropped(context.Today, Reason.Kept));
    }
}

/// <summary>The last day of a survey: not sooner than whoever answers can be asked to.</summary>
internal static class RoundDays
{
    public static IEnumerable<Refusal> Faults(DateOnly? until, DateOnly today, SurveyRoundRules rules)
    {
        var first = today.AddDays(rules.LeastDays);
        if (until is not { } day)
            yield return new Refusal(SurveyRoundRefusals.DayMissing, "until");
        else if (day < first)
            yield return new Refusal(SurveyRoundRefusals.DayTooEarly, "until", $"{first:yyyy-MM-dd}");
    }
}

public abstract partial record SurveyRoundEvent
{
    public sealed record Composed(DateOnly On, BoardId Board, int Year, QuestionSetVersion Set, DateOnly Until)
        : SurveyRoundEvent(On)
    {
        internal override SurveyRoundState Apply(SurveyRoundState state) => new(
            SurveyRoundStatus.Composed, new SurveyRound { Board = Board, Year = Year, Set = Set, Until = Until });
    }

    public sealed record Adjusted(DateOnly On, DateOnly Until, IReadOnlyList<CodeId> LeftOut) : ToComposed(On)
    {
        internal override SurveyRound Change(SurveyRound round) =>
            round with { Until = Until, LeftOutQuestions = LeftOut };
    }

    public sealed record Dropped(DateOnly On, TextReference Reason) : ToComposed(On)
    {
        internal override SurveyRoundStatus? Leads => SurveyRoundStatus.Dropped;

        internal override SurveyRound Change(SurveyRound round) => round;
    }
}
