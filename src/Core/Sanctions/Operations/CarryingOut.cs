using Oversight.Reviews;

namespace Oversight.Sanctions;

public abstract partial record SanctionCommand
{
    /// <summary>The amount has gone to whoever keeps the accounts.</summary>
    public sealed record SendCharge(DateOnly? SentOn, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Charge is not { SentOn: null })
                return new Refusal(SanctionRefusals.NoCharge);
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.Happened(SentOn, context, "on"),
                    .. SanctionDecider.If(SentOn < sanction.InForceSince, SanctionRefusals.BeforeMeeting, "on"),
                ],
                () => new SanctionEvent.ChargeSent(context.Today, SentOn!.Value));
        }
    }

    /// <summary>The amount has been paid, or deducted.</summary>
    public sealed record SettleCharge(DateOnly? SettledOn, SanctionSetup Setup) : ByPerson(Setup)
    {
        internal override Decision<SanctionEvent> Decide(Sanction sanction, CommandContext context)
        {
            if (sanction.Charge is not { SettledOn: null } charge)
                return new Refusal(SanctionRefusals.NoCharge);
            if (charge.SentOn is not { } sent)
                return new Refusal(SanctionRefusals.NotSent);
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.Happened(SettledOn, context, "on"),
                    .. SanctionDecider.If(SettledOn < sent, SanctionRefusals.DayPassed, "on"),
                ],
                () => new SanctionEvent.ChargeSettled(context.Today, SettledOn!.Value));
        }
    }

    /// <summary>How far the customers' move has come.</summary>
    public sealed record RecordMove(int? Remaining, DateOnly? LastDay, DateOnly? ChoiceOffered, SanctionSetup Setup)
        : ByReviewer(Setup)
    {
        internal override Decision<SanctionEvent> DecideFor(Sanction sanction, CommandContext context)
        {
            if (sanction.Move is null)
                return new Refusal(SanctionRefusals.NoMove);
            return Decision.Unless<SanctionEvent>(
                [
                    .. SanctionDecider.If(
                        Remaining is not >= 0, SanctionRefusals.NumberImpossible, "remaining"),
                    .. ChoiceOffered is null ? [] : SanctionDecider.Happened(ChoiceOffered, context, "choiceOffered"),
                ],
                () => new SanctionEvent.MoveRecorded(
                    context.Today, new CustomerMove(Remaining, context.Today, LastDay, ChoiceOffered)));
        }
    }
}

public abstract partial record SanctionEvent
{
    public sealed record ChargeSent(DateOnly On, DateOnly SentOn) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction with { Charge = sanction.Charge! with { SentOn = SentOn } };
    }

    public sealed record ChargeSettled(DateOnly On, DateOnly SettledOn) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) =>
            sanction with { Charge = sanction.Charge! with { SettledOn = SettledOn } };
    }

    public sealed record MoveRecorded(DateOnly On, CustomerMove Move) : ToProposed(On)
    {
        internal override Sanction Change(Sanction sanction) => sanction with { Move = Move };
    }
}
