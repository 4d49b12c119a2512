namespace Oversight.Dialogues;

public abstract partial record DialogueCommand
{
    /// <summary>Sends an invitation to those who have none yet.</summary>
    public sealed record Invite : OfOccasion
    {
        internal override Decision<DialogueEvent> Decide(
            DialogueSeries series, DialogueOccasion occasion, CommandContext context)
        {
            if (occasion.Status == OccasionStatus.Held)
                return new Refusal(DialogueRefusals.AlreadyHeld);
            if (occasion.Time.On < context.Today)
                return new Refusal(DialogueRefusals.DayPassed);
            return series.NotInvited(occasion) is { Count: > 0 } missing
                ? new DialogueEvent.Invited(context.Today, occasion.Number, missing)
                : new Refusal(DialogueRefusals.NobodyToInvite);
        }
    }
}

public abstract partial record DialogueEvent
{
    public sealed record Invited(DateOnly On, int Occasion, IReadOnlyList<DialogueParticipant> Participants)
        : OfOccasion(On, Occasion)
    {
        internal override DialogueOccasion Change(DialogueOccasion occasion) =>
            occasion with { Invited = [.. occasion.Invited, .. Participants] };
    }
}
