using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Texts;

namespace Oversight.Referrals;

/// <summary>What somebody asks of an överlämnande.</summary>
public abstract record ReferralCommand
{
    private ReferralCommand()
    {
    }

    internal abstract Decision<ReferralEvent> Decide(ReferralState state, CommandContext context);

    /// <summary>Brings it about when a review has announced it. By the system; once.</summary>
    /// <param name="Rules">Of the day.</param>
    public sealed record Propose(
        Id Review, ReviewedUnit Unit, IReadOnlyList<Id> Concerns, ReviewEvent.ReferralProposed Proposed, Role By,
        IvoRules Rules) : ReferralCommand
    {
        internal override Decision<ReferralEvent> Decide(ReferralState state, CommandContext context) =>
            state.Referral is not null
                ? Decision.Accept<ReferralEvent>()
                : new ReferralEvent.Proposed(Proposed.On, new Referral
                {
                    Unit = Unit,
                    Review = Review,
                    Concerns = Concerns,
                    Content = Proposed.Content,
                    ProposedOn = Proposed.On,
                    ProposedBy = By,
                    Deciders = [Rules.Decider, Rules.Substitute],
                });
    }

    /// <summary>Proposes it because of a concern, before there is any review.</summary>
    /// <param name="Delegation">Of the day.</param>
    public sealed record ProposeOfConcern(
        ReviewedUnit Unit, Id Concern, ReferralProposal Proposal, ReferralRules Rules, IvoRules Delegation)
        : ReferralCommand
    {
        internal override Decision<ReferralEvent> Decide(ReferralState state, CommandContext context) =>
            state.Referral is not null
                ? Decision.Accept<ReferralEvent>()
                : Decision.Unless<ReferralEvent>(
                    Rules.Faults(Proposal, context.Today),
                    () => new ReferralEvent.Proposed(context.Today, new Referral
                    {
                        Unit = Unit,
                        Review = null,
                        Concerns = [Concern],
                        Content = Proposal.Kept,
                        ProposedOn = context.Today,
                        ProposedBy = context.Actor.Role,
                        Deciders = [Delegation.Decider, Delegation.Substitute],
                    }));
    }

    /// <summary>Decides by delegation whether it is handed over, and why.</summary>
    /// <param name="Name">Of whoever decides.</param>
    /// <param name="Rules">Of the day.</param>
    /// <param name="Longest">In characters.</param>
    public sealed record DecideReferral(
        bool? HandOver, WrittenText Reason, WrittenText Name, IvoRules Rules, int Longest) : ReferralCommand
    {
        internal override Decision<ReferralEvent> Decide(ReferralState state, CommandContext context)
        {
            if (state is not { Status: ReferralStatus.Proposed, Referral: { } referral })
                return new Refusal(ReferralRefusals.NotInThisState);
            if (!referral.MayDecide(context.Actor.Role))
                return new Refusal(ReferralRefusals.NotTheDecider);
            return Decision.Unless<ReferralEvent>(
                [
                    .. HandOver is null
                        ? [new Refusal(ReferralRefusals.AnswerMissing, "handOver")]
                        : Array.Empty<Refusal>(),
                    .. TextChecks.Required(Reason, "reason", Longest),
                ],
                () => new ReferralEvent.Decided(context.Today, new ReferralDecision(
                    context.Today, HandOver!.Value, Reason.Kept, context.Actor.Role, Rules.ReferralPoint,
                    Name.Kept)));
        }
    }

    /// <summary>Says that it has been handed over, and when.</summary>
    public sealed record RecordHandedOver(DateOnly? HandedOverOn) : ReferralCommand
    {
        internal override Decision<ReferralEvent> Decide(ReferralState state, CommandContext context)
        {
            if (state is not { Status: ReferralStatus.ToHandOver, Referral: { } referral })
                return new Refusal(ReferralRefusals.NotInThisState);
            if (HandedOverOn is not { } day)
                return new Refusal(ReferralRefusals.DayMissing, "handedOverOn");
            if (day > context.Today)
                return new Refusal(ReferralRefusals.DayInFuture, "handedOverOn");
            return day < referral.Decision!.On
                ? new Refusal(ReferralRefusals.DayTooEarly, "handedOverOn")
                : new ReferralEvent.HandedOver(context.Today, day);
        }
    }

    /// <summary>Those who proposed it take it back, for instance to propose it in other words.</summary>
    /// <param name="Longest">In characters.</param>
    public sealed record WithdrawReferral(WrittenText Reason, int Longest) : ReferralCommand
    {
        internal override Decision<ReferralEvent> Decide(ReferralState state, CommandContext context) =>
            state.Status is not (ReferralStatus.Proposed or ReferralStatus.ToHandOver)
                ? new Refusal(ReferralRefusals.NotInThisState)
                : Decision.Unless<ReferralEvent>(
                    [.. TextChecks.Required(Reason, "reason", Longest)],
                    () => new ReferralEvent.Withdrawn(context.Today, Reason.Kept));
    }
}

/// <summary>What happened to an överlämnande.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract record ReferralEvent(DateOnly On)
{
    internal abstract ReferralState Apply(ReferralState state);

    public sealed record Proposed(DateOnly On, Referral Referral) : ReferralEvent(On)
    {
        internal override ReferralState Apply(ReferralState state) => new(ReferralStatus.Proposed, Referral);
    }

    public sealed record Decided(DateOnly On, ReferralDecision Decision) : ReferralEvent(On)
    {
        internal override ReferralState Apply(ReferralState state) => new(
            Decision.HandOver ? ReferralStatus.ToHandOver : ReferralStatus.Declined,
            state.Referral! with { Decision = Decision });
    }

    /// <param name="HandedOverOn">The day itself, which may be before it was written down.</param>
    public sealed record HandedOver(DateOnly On, DateOnly HandedOverOn) : ReferralEvent(On)
    {
        internal override ReferralState Apply(ReferralState state) => new(
            ReferralStatus.HandedOver, state.Referral! with { HandedOverOn = HandedOverOn });
    }

    public sealed record Withdrawn(DateOnly On, TextReference Reason) : ReferralEvent(On)
    {
        internal override ReferralState Apply(ReferralState state) => state with { Status = ReferralStatus.Withdrawn };
    }
}
