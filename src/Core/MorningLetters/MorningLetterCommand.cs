namespace Oversight.MorningLetters;

/// <summary>What is asked of somebody's wish for the morgonbrev.</summary>
public abstract record MorningLetterCommand
{
    private MorningLetterCommand()
    {
    }

    internal abstract Decision<MorningLetterEvent> Decide(MorningLetterState state, CommandContext context);

    /// <summary>Whoever asks wishes it for themselves. Also says that it is to go to another address.</summary>
    public sealed record TurnOn(WrittenText Address) : MorningLetterCommand
    {
        internal override Decision<MorningLetterEvent> Decide(MorningLetterState state, CommandContext context)
        {
            if (Address.IsEmpty)
                return new Refusal(MorningLetterRefusals.AddressMissing, "address");
            if (!MailAddresses.IsPossible(Address.Text))
                return new Refusal(MorningLetterRefusals.AddressImpossible, "address");
            return state is { Wish: { } wish, Obstacle: null } && wish.Address.Hash == Address.Hash
                ? new Refusal(MorningLetterRefusals.AlreadyOn, "address")
                : new MorningLetterEvent.TurnedOn(
                    context.Today, context.Actor.UserId, Address.Kept, state.Wish?.Address);
        }
    }

    /// <summary>By the person, or by the system for somebody who is known no longer.</summary>
    public sealed record TurnOff : MorningLetterCommand
    {
        internal override Decision<MorningLetterEvent> Decide(MorningLetterState state, CommandContext context) =>
            state.Wish is { } wish
                ? new MorningLetterEvent.TurnedOff(context.Today, wish.Address)
                : new Refusal(MorningLetterRefusals.AlreadyOff);
    }

    /// <summary>By the system: it was sent. One that was turned off meanwhile is nothing to tell of.</summary>
    /// <param name="Day">The day it is of, a Stockholm day.</param>
    public sealed record RecordSent(DateOnly Day) : MorningLetterCommand
    {
        internal override Decision<MorningLetterEvent> Decide(MorningLetterState state, CommandContext context) =>
            state.IsDueOn(Day)
                ? new MorningLetterEvent.Sent(Day)
                : Decision.Accept<MorningLetterEvent>();
    }

    /// <summary>By the system: it was not. Said once, until something else happens.</summary>
    /// <param name="Day">The day it is of, a Stockholm day.</param>
    public sealed record RecordObstacle(DateOnly Day, MorningObstacle Obstacle) : MorningLetterCommand
    {
        internal override Decision<MorningLetterEvent> Decide(MorningLetterState state, CommandContext context) =>
            state.IsDueOn(Day) && state.Obstacle != Obstacle
                ? new MorningLetterEvent.Hindered(Day, Obstacle)
                : Decision.Accept<MorningLetterEvent>();
    }
}
