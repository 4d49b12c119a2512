namespace Oversight.Dialogues;

public abstract partial record DialogueCommand
{
    /// <summary>Says who take part from now on.</summary>
    /// <param name="Chosen">As the register has them, or as they take part already.</param>
    /// <param name="HasUnknown">Something was chosen that is neither.</param>
    public sealed record SetParticipants(IReadOnlyList<DialogueParticipant> Chosen, bool HasUnknown) : OfOpen
    {
        internal override Decision<DialogueEvent> Decide(DialogueSeries series, CommandContext context)
        {
            if (HasUnknown)
                return new Refusal(DialogueRefusals.UnknownParticipant, "participants");
            if (Chosen.Count == 0)
                return new Refusal(DialogueRefusals.NoParticipants, "participants");
            if (series.Occasions.FirstOrDefault(IsLeftBehind) is { With: { } left })
                return new Refusal(DialogueRefusals.HasOwnMeeting, "participants", left.Name);
            return Chosen.ToHashSet().SetEquals(series.Participants)
                ? Decision.Accept<DialogueEvent>()
                : new DialogueEvent.ParticipantsSet(context.Today, Chosen);
        }

        private bool IsLeftBehind(DialogueOccasion occasion) => occasion is { IsOpen: true, With: { } one }
            && Chosen.All(chosen => chosen.UnitId != one.UnitId);
    }
}

public abstract partial record DialogueEvent
{
    public sealed record ParticipantsSet(DateOnly On, IReadOnlyList<DialogueParticipant> Participants) : OfOpen(On)
    {
        internal override DialogueSeries Change(DialogueSeries series) =>
            series with { Participants = Participants };
    }
}
