using Oversight.Texts;

namespace Oversight.Dialogues;

public abstract partial record DialogueCommand
{
    /// <summary>Agrees at a meeting on something to develop.</summary>
    public sealed record AgreeArea : OfOccasion
    {
        public required WrittenText What { get; init; }

        public required WrittenText Owner { get; init; }

        public required DateOnly? Until { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context) =>
            Decision.Unless<DialogueEvent>(
                [
                    .. NotBefore(occasion, context),
                    .. TextChecks.Required(What, "what", Limits.Text),
                    .. TextChecks.Required(Owner, "owner", Limits.Line),
                    .. AreaDays.Faults(Until, context),
                ],
                () => new DialogueEvent.AreaAgreed(context.Today, occasion.Number, new DevelopmentArea
                {
                    Number = series.Areas.Count + 1,
                    What = What.Kept,
                    Owner = Owner.Kept,
                    Until = Until!.Value,
                    With = occasion.With,
                    Steps = [new AreaStep(context.Today, occasion.Number, null, Until.Value, null)],
                }));
    }

    /// <summary>Says what has come of a development area: at a meeting, or drops it between two.</summary>
    public sealed record FollowArea : OfOpen
    {
        public required int? Area { get; init; }

        /// <summary>Null: between two meetings.</summary>
        public required int? Occasion { get; init; }

        public required AreaOutcome? Outcome { get; init; }

        /// <summary>What was done or why; needed unless it goes on.</summary>
        public required WrittenText Words { get; init; }

        /// <summary>The new last day, where it goes on.</summary>
        public required DateOnly? Until { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context)
        {
            if (series.AreaOf(Area) is not { } area)
                return new Refusal(DialogueRefusals.UnknownDevelopmentArea, "area");
            if (area.Status != AreaStatus.Open)
                return new Refusal(DialogueRefusals.AreaClosed);
            return Decision.Unless<DialogueEvent>(
                [.. OccasionFaults(series, area, context), .. OutcomeFaults(context)],
                () => new DialogueEvent.AreaFollowed(
                    context.Today, area.Number, new AreaStep(
                        context.Today, Occasion, Outcome!.Value,
                        Outcome == AreaOutcome.CarriedOn ? Until!.Value : area.Until, Words.KeptOrNone())));
        }

        private IEnumerable<Refusal> OccasionFaults(
            DialogueSeries series, DevelopmentArea area, CommandContext context)
        {
            if (Occasion is null)
            {
                if (Outcome is AreaOutcome.CarriedOn or AreaOutcome.Reached)
                    yield return new Refusal(DialogueRefusals.OnlyDropped, "outcome");
                yield break;
            }

            if (series.OccasionOf(Occasion) is not { IsOpen: true } occasion)
                yield return new Refusal(DialogueRefusals.UnknownOccasion, "occasion");
            else if (!series.AreasOf(occasion).Contains(area))
                yield return new Refusal(DialogueRefusals.UnknownDevelopmentArea, "area");
            else if (context.Today < occasion.Time.On)
                yield return new Refusal(DialogueRefusals.NotYet);
        }

        private IEnumerable<Refusal> OutcomeFaults(CommandContext context) =>
        [
            .. Outcome is null ? [new Refusal(DialogueRefusals.OutcomeMissing, "outcome")] : Array.Empty<Refusal>(),
            .. Outcome == AreaOutcome.CarriedOn ? AreaDays.Faults(Until, context) : [],
            .. Outcome is AreaOutcome.Reached or AreaOutcome.Dropped
                ? TextChecks.Required(Words, "words", Limits.Text)
                : TextChecks.Optional(Words, "words", Limits.Text),
        ];
    }

    private static class AreaDays
    {
        public static IEnumerable<Refusal> Faults(DateOnly? until, CommandContext context)
        {
            if (until is not { } day)
                yield return new Refusal(DialogueRefusals.DayMissing, "until");
            else if (day < context.Today)
                yield return new Refusal(DialogueRefusals.DayPassed, "until");
        }
    }
}

public abstract partial record DialogueEvent
{
    public sealed record AreaAgreed(DateOnly On, int Occasion, DevelopmentArea Area) : OfOpen(On)
    {
        internal override DialogueSeries Change(DialogueSeries series) =>
            series with { Areas = [.. series.Areas, Area] };
    }

    public sealed record AreaFollowed(DateOnly On, int Area, AreaStep Step) : OfOpen(On)
    {
        internal override DialogueSeries Change(DialogueSeries series)
        {
            var area = series.AreaOf(Area)!;
            return series.With(area with
            {
                Until = Step.Until,
                Steps = [.. area.Steps, Step],
                Status = Step.Outcome switch
                {
                    AreaOutcome.Reached => AreaStatus.Reached,
                    AreaOutcome.Dropped => AreaStatus.Dropped,
                    _ => AreaStatus.Open,
                },
            });
        }
    }
}
