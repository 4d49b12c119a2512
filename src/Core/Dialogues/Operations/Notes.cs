using Oversight.Texts;

namespace Oversight.Dialogues;

public abstract partial record DialogueCommand
{
    /// <summary>Puts a point of one's own on the agenda.</summary>
    public sealed record AddPoint : OfOccasion
    {
        public required WrittenText What { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context) =>
            Decision.Unless<DialogueEvent>(
                [.. TextChecks.Required(What, "what", Limits.Line)],
                () => new DialogueEvent.PointAdded(
                    context.Today, occasion.Number, new AgendaPoint(occasion.Points.Count + 1, What.Kept)));
    }

    /// <summary>Writes down what was said, about a point or about the meeting.</summary>
    public sealed record Note : OfOccasion
    {
        /// <summary>Null: about the meeting.</summary>
        public required int? Point { get; init; }

        public required WrittenText Words { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context) =>
            Decision.Unless<DialogueEvent>(
                [
                    .. NotBefore(occasion, context),
                    .. Point is not null && occasion.Points.All(known => known.Number != Point)
                        ? [new Refusal(DialogueRefusals.UnknownPoint, "point")]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Required(Words, "words", Limits.Text),
                ],
                () => new DialogueEvent.Noted(
                    context.Today, occasion.Number, new DialogueNote(context.Today, Point, Words.Kept)));
    }
}

public abstract partial record DialogueEvent
{
    public sealed record PointAdded(DateOnly On, int Occasion, AgendaPoint Point) : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { Points = [.. occasion.Points, Point] };
    }

    public sealed record Noted(DateOnly On, int Occasion, DialogueNote Note) : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { Notes = [.. occasion.Notes, Note] };
    }
}
