using Oversight.Texts;

namespace Oversight.Dialogues;

/// <summary>When and where, as it was asked for.</summary>
/// <param name="From">Null: not told, or unreadable.</param>
public sealed record WantedTime(DateOnly? On, TimeOnly? From, TimeOnly? Until, WrittenText Place)
{
    internal OccasionTime Kept => new(On!.Value, From!.Value, Until!.Value, Place.Kept);

    internal IEnumerable<Refusal> Faults(CommandContext context, DialogueLimits limits) =>
    [
        .. On is not { } day ? [new Refusal(DialogueRefusals.DayMissing, "on")]
            : day < context.Today ? [new Refusal(DialogueRefusals.DayPassed, "on")]
            : Array.Empty<Refusal>(),
        .. From is null ? [new Refusal(DialogueRefusals.TimeMissing, "from")] : Array.Empty<Refusal>(),
        .. Until is null ? [new Refusal(DialogueRefusals.TimeMissing, "until")] : Array.Empty<Refusal>(),
        .. Until <= From ? [new Refusal(DialogueRefusals.Backwards, "until")] : Array.Empty<Refusal>(),
        .. TextChecks.Required(Place, "place", limits.Line),
    ];
}

public abstract partial record DialogueCommand
{
    /// <summary>Plans a meeting, for all or with one.</summary>
    /// <param name="With">The unit whose own meeting it is; null: for all.</param>
    /// <param name="HasUnknown">Somebody was chosen who does not take part.</param>
    public sealed record PlanOccasion(WantedTime Time, Id? With, bool HasUnknown, DialogueLimits Limits) : OfOpen
    {
        internal override Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context)
        {
            var with = series.Participants.FirstOrDefault(one => one.UnitId == With);
            return Decision.Unless<DialogueEvent>(
                [
                    .. series.Participants.Count == 0
                        ? [new Refusal(DialogueRefusals.NoParticipants)]
                        : Array.Empty<Refusal>(),
                    .. HasUnknown || (With is not null && with is null)
                        ? [new Refusal(DialogueRefusals.UnknownParticipant, "with")]
                        : Array.Empty<Refusal>(),
                    .. Time.Faults(context, Limits),
                ],
                () => new DialogueEvent.OccasionPlanned(
                    context.Today, series.Occasions.Count + 1, Time.Kept, with));
        }
    }

    /// <summary>Moves a meeting to another time or place; those who are invited are told.</summary>
    public sealed record MoveOccasion : OfOccasion
    {
        public required WantedTime Time { get; init; }

        public required WrittenText Reason { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context) =>
            Decision.Unless<DialogueEvent>(
                [
                    .. Changing.Faults(series, occasion), .. Time.Faults(context, Limits),
                    .. TextChecks.Required(Reason, "reason", Limits.Text),
                ],
                () => new DialogueEvent.OccasionMoved(context.Today, occasion.Number, Time.Kept, Reason.Kept));
    }

    /// <summary>Cancels a meeting; those who are invited are told.</summary>
    public sealed record CancelOccasion : OfOccasion
    {
        public required WrittenText Reason { get; init; }

        public required DialogueLimits Limits { get; init; }

        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context) =>
            Decision.Unless<DialogueEvent>(
                [.. Changing.Faults(series, occasion), .. TextChecks.Required(Reason, "reason", Limits.Text)],
                () => new DialogueEvent.OccasionCancelled(context.Today, occasion.Number, Reason.Kept));
    }

    private static class Changing
    {
        public static IEnumerable<Refusal> Faults(DialogueSeries series, DialogueOccasion occasion)
        {
            if (occasion.Status == OccasionStatus.Held)
                yield return new Refusal(DialogueRefusals.AlreadyHeld);
            else if (occasion.HasBegun(series))
                yield return new Refusal(DialogueRefusals.HasBegun);
        }
    }
}

public abstract partial record DialogueEvent
{
    public sealed record OccasionPlanned(DateOnly On, int Number, OccasionTime Time, DialogueParticipant? With)
        : OfOpen(On)
    {
        internal override DialogueSeries Change(DialogueSeries series) => series with
        {
            Occasions =
            [
                .. series.Occasions,
                new DialogueOccasion { Number = Number, Status = OccasionStatus.Planned, Time = Time, With = With },
            ],
        };
    }

    public sealed record OccasionMoved(DateOnly On, int Occasion, OccasionTime Time, TextReference Reason)
        : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { Time = Time, Changes = occasion.Changes + 1 };
    }

    public sealed record OccasionCancelled(DateOnly On, int Occasion, TextReference Reason) : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { Status = OccasionStatus.Cancelled, Changes = occasion.Changes + 1 };
    }
}
