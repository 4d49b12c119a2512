using FsCheck.Xunit;
using Oversight.Referrals;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Referrals;

/// <summary>An överlämnande is proposed, decided by a person by delegation, and handed over, or ended before.</summary>
public class ReferralTests
{
    private static readonly ReferralCommand.DecideReferral Yes = new(true, Text("yes"), Text("Elin"), Delegated, 20);
    private static readonly ReferralCommand.RecordHandedOver Handed = new(Decided);
    private static readonly ReferralCommand.WithdrawReferral Withdraw = new(Text("wrong"), 20);

    [Fact]
    public void It_says_what_was_proposed_by_whom_and_is_decided_by_delegation()
    {
        var referral = Proposed.Referral!;
        (referral.Review, referral.ProposedOn, referral.ProposedBy)
            .ShouldBe((IdOf(40), Decided, Role.QualityDeveloper));
        referral.Content.ShouldBe(Propose.Proposal.Kept with { Data = referral.Content.Data });
        Answer(Proposed, Yes, As(Role.QualityDeveloper)).ShouldBe("referral.not-the-decider");
        Answer(Proposed, Yes, As(Role.System)).ShouldBe("referral.not-the-decider");
        Answer(Proposed, Yes with { HandOver = null, Reason = Text("") })
            .ShouldBe("handOver:referral.answer-missing reason:text.missing");
        Answer(Proposed, Yes, As(Role.ProcessOwner)).ShouldBe("Decided");
        var decided = Take(Proposed, Yes);
        decided.Referral!.Decision.ShouldBe(new ReferralDecision(
            Decided, true, Text("yes").Kept, Role.UnitManager, "4.2", Text("Elin").Kept));
        Answer(decided, Yes).ShouldBe("referral.not-in-this-state");
    }

    [Fact]
    public void A_yes_is_to_be_handed_over_and_a_no_ends_it()
    {
        var decided = Take(Proposed, Yes);
        decided.Status.ShouldBe(ReferralStatus.ToHandOver);
        Answer(Proposed, Handed).ShouldBe("referral.not-in-this-state");
        Answer(decided, Handed with { HandedOverOn = null }).ShouldBe("handedOverOn:referral.day-missing");
        Answer(decided, Handed with { HandedOverOn = Decided.AddDays(1) })
            .ShouldBe("handedOverOn:referral.day-in-future");
        Answer(decided, Handed with { HandedOverOn = Decided.AddDays(-1) })
            .ShouldBe("handedOverOn:referral.day-too-early");
        var over = Take(decided, Handed);
        (over.Status, over.Referral!.HandedOverOn).ShouldBe((ReferralStatus.HandedOver, Decided));
        Answer(over, Withdraw).ShouldBe("referral.not-in-this-state");
        Take(Proposed, Yes with { HandOver = false }).Status.ShouldBe(ReferralStatus.Declined);
    }

    [Fact]
    public void It_may_be_taken_back_until_it_is_handed_over()
    {
        Answer(Proposed, Withdraw with { Reason = Text("") }).ShouldBe("reason:text.missing");
        Take(Proposed, Withdraw).Status.ShouldBe(ReferralStatus.Withdrawn);
        Take(Take(Proposed, Yes), Withdraw).Status.ShouldBe(ReferralStatus.Withdrawn);
        Answer(Take(Proposed, Yes with { HandOver = false }), Withdraw).ShouldBe("referral.not-in-this-state");
    }

    [Property]
    public bool The_system_never_decides(byte[] choices)
    {
        ReferralCommand[] commands = [Yes, Yes with { HandOver = false }, Handed, Withdraw];
        var state = Proposed;
        foreach (var choice in choices)
        {
            var role = (Role)(choice % 5);
            if (ReferralDecider.Decide(state, commands[choice % 4], As(role)) is not
                Decision<ReferralEvent>.Accepted accepted)
                continue;
            if (role == Role.System && accepted.Events.Any(it => it is ReferralEvent.Decided))
                return false;
            state = accepted.Events.Aggregate(state, ReferralDecider.Evolve);
        }

        return true;
    }

    private static ReferralState Proposed { get; } = Take(
        ReferralState.Initial,
        new ReferralCommand.Propose(
            IdOf(40), Open.Unit, [IdOf(4)],
            new ReviewEvent.ReferralProposed(Decided, IdOf(30), Propose.Proposal.Kept), Role.QualityDeveloper,
            Delegated));

    private static CommandContext As(Role role) => new(new Actor($"a-{role}", role), default, Decided);

    private static ReferralState Take(ReferralState state, ReferralCommand command) =>
        ReferralDecider.Decide(state, command, As(Role.UnitManager))
            .ShouldBeOfType<Decision<ReferralEvent>.Accepted>().Events.Aggregate(state, ReferralDecider.Evolve);

    private static string Answer(ReferralState state, ReferralCommand command, CommandContext? context = null) =>
        ReferralDecider.Decide(state, command, context ?? As(Role.UnitManager)) switch
        {
            Decision<ReferralEvent>.Refused refused => string.Join(' ', refused.Reasons.Select(RefusalText.Of)),
            Decision<ReferralEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };
}
