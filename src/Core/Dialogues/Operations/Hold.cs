using Oversight.Texts;

namespace Oversight.Dialogues;

public abstract partial record DialogueCommand
{
    /// <summary>Says that a meeting has been held, and who was there.</summary>
    public sealed record Hold : OfOccasion
    {
        public required IReadOnlyList<Id> Attended { get; init; }

        /// <summary>Who were there besides.</summary>
        public required WrittenText Others { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context)
        {
            if (occasion.Status == OccasionStatus.Held)
                return new Refusal(DialogueRefusals.AlreadyHeld);
            var there = series.For(occasion).Where(one => Attended.Contains(one.UnitId)).ToList();
            return Decision.Unless<DialogueEvent>(
                [
                    .. NotBefore(occasion, context),
                    .. Attended.Any(unit => there.All(one => one.UnitId != unit))
                        ? [new Refusal(DialogueRefusals.UnknownParticipant, "attended")]
                        : there.Count == 0 ? [new Refusal(DialogueRefusals.NobodyCame, "attended")]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Optional(Others, "others", Limits.Text),
                ],
                () => new DialogueEvent.Held(context.Today, occasion.Number, there, Others.KeptOrNone()));
        }
    }

    /// <summary>
    /// Says that a concern was taken up with the unit it is about, and what came of it: its reporter is told.
    /// </summary>
    public sealed record TakeUp : OfOccasion
    {
        /// <summary>One that is to be taken up; null: no such concern, or not for this person.</summary>
        public required Id? Concern { get; init; }

        /// <summary>The unit that it is about.</summary>
        public required Id? Unit { get; init; }

        public required WrittenText Became { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context)
        {
            if (occasion.Status != OccasionStatus.Held)
                return new Refusal(DialogueRefusals.NotHeld);
            var about = occasion.Attended.FirstOrDefault(one => one.UnitId == Unit);
            return Decision.Unless<DialogueEvent>(
                [
                    .. Concern is null || about is null
                        ? [new Refusal(DialogueRefusals.UnknownConcern, "concern")]
                        : occasion.TakenUp.Any(known => known.Concern == Concern)
                            ? [new Refusal(DialogueRefusals.AlreadyTakenUp, "concern")]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Required(Became, "became", Limits.Text),
                ],
                () => new DialogueEvent.ConcernTakenUp(
                    context.Today, occasion.Number, new TakenUpConcern(Concern!.Value, about!, Became.Kept)));
        }
    }

    /// <summary>Establishes the minutes: they go to those who were invited and those who were there.</summary>
    public sealed record EstablishMinutes : OfOccasion
    {
        /// <summary>What is said first; may be left out.</summary>
        public required WrittenText Summary { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context) =>
            occasion.Status != OccasionStatus.Held
                ? new Refusal(DialogueRefusals.NotHeld)
                : Decision.Unless<DialogueEvent>(
                    [.. TextChecks.Optional(Summary, "summary", Limits.Text)],
                    () => new DialogueEvent.MinutesEstablished(
                        context.Today, occasion.Number, Summary.KeptOrNone()));
    }
}

public abstract partial record DialogueEvent
{
    public sealed record Held(
        DateOnly On, int Occasion, IReadOnlyList<DialogueParticipant> Attended, TextReference? Others)
        : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { Status = OccasionStatus.Held, Attended = Attended, Others = Others };
    }

    public sealed record ConcernTakenUp(DateOnly On, int Occasion, TakenUpConcern TakenUp) : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { TakenUp = [.. occasion.TakenUp, TakenUp] };
    }

    public sealed record MinutesEstablished(DateOnly On, int Occasion, TextReference? Summary)
        : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { MinutesOn = On, Summary = Summary };
    }
}
