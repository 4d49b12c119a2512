using FsCheck.Xunit;
using Oversight.Core.Tests.Reviews;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Referrals;

/// <summary>What a review asks of those who decide on IVO and on överlämnanden, and what keeps it open.</summary>
public class ReviewQuestionTests
{
    private static readonly ReviewCommand.Close Close = Ended(Text("done"));

    private static readonly ReviewCommand[] Remedied =
    [
        Waive, Establish, new ReviewCommand.ChangeFinding(1, FindingStatus.Remedied, null, Text("seen"), Setup),
    ];

    private static readonly ReviewCommand[] UntilFinding = UntilJudged[..^1];

    [Fact]
    public void A_serious_finding_always_brings_the_question_and_the_next_belongs_to_the_one_that_is_open()
    {
        Answer(After(UntilFinding), Grave).ShouldBe("FindingAdded IvoQuestionRaised");
        Answer(After(UntilFinding), Late).ShouldBe("FindingAdded");
        var state = After([.. UntilFinding, Grave]);
        state.Review!.Matters.ShouldBe([new ReviewMatter(MatterKind.IvoPosition, IdOf(21), Decided)]);
        Answer(state, Grave with { Ivo = Ask(25) }).ShouldBe("FindingAdded");
        Answer(After([.. UntilFinding, Grave, new ReviewCommand.EndMatter(IdOf(21))]), Grave with { Ivo = Ask(25) })
            .ShouldBe("FindingAdded IvoQuestionRaised");
        Answer(After([.. UntilJudged, JointTests.Join, new ReviewCommand.ReceiveFinding(
            JointTests.Told with { Severity = 4 })]), new ReviewCommand.TakeFinding(3, Execution, Ask(26)))
            .ShouldBe("SharedFindingTaken IvoQuestionRaised", "It is this board's question too.");
    }

    [Fact]
    public void A_reviewer_or_the_enhetschef_raises_it_without_a_finding_unless_it_is_open()
    {
        var state = After(UntilFinding);
        Answer(state, Raise).ShouldBe("IvoQuestionRaised");
        Answer(state, Raise, By(Other)).ShouldBe("review.not-a-reviewer");
        Answer(state, Raise, new CommandContext(new Actor("chief", Role.UnitManager), default, Decided))
            .ShouldBe("IvoQuestionRaised");
        Answer(state, Raise with { Ground = null, Reason = Text("") })
            .ShouldBe("ground:review.code-missing reason:text.missing");
        Answer(After([.. UntilFinding, Raise]), Raise).ShouldBe("review.ivo-question-is-open");
    }

    [Fact]
    public void A_finding_that_came_when_the_position_had_just_ended_is_asked_about_once()
    {
        var state = After([.. UntilFinding, Grave, new ReviewCommand.EndMatter(IdOf(21))]);
        var ask = new ReviewCommand.AskOfFinding(IdOf(27), 1);
        Answer(state, ask).ShouldBe("IvoQuestionRaised");
        Answer(Take(state, ask, By()), ask).ShouldBe("");
        Answer(state, ask with { Finding = 9 }).ShouldBe("");
    }

    [Fact]
    public void A_review_with_a_serious_finding_stays_open_until_its_position_has_ended()
    {
        var state = After([.. UntilFinding, Grave, .. Remedied]);
        Answer(state, Close).ShouldBe("review.ivo-position-open(1)");
        Answer(Take(state, new ReviewCommand.EndMatter(IdOf(21)), By()), Close).ShouldBe("Closed");
    }

    [Fact]
    [Trait("Requirement", "R73")]
    public void A_marked_suspicion_demands_a_decision_on_a_referral_whatever_becomes_of_the_seal()
    {
        ReviewCommand[] way = [.. UntilJudged, new ReviewCommand.Seal(Text("theft"), Setup), .. Remedied];
        var state = After(way);
        Answer(state, Close).ShouldBe("review.referral-missing");
        Answer(Take(state, new ReviewCommand.Unseal(Text("no"), Setup), By()), Close)
            .ShouldBe("review.referral-missing");
        state = Take(state, Propose, By());
        Answer(state, Close).ShouldBe("review.referral-open(1) review.referral-missing");
        Answer(Take(state, new ReviewCommand.WithdrawMatter(IdOf(30)), By()), Close)
            .ShouldBe("review.referral-missing", "What was taken back answers for nothing.");
        state = Take(state, new ReviewCommand.EndMatter(IdOf(30)), By());
        Answer(state, Close).ShouldBe("Closed");
        // Sealed with a concern, after a referral that was about something else.
        Answer(After([.. UntilJudged, Propose, new ReviewCommand.EndMatter(IdOf(30)),
            new ReviewCommand.SealWithConcern(IdOf(4)), .. Remedied]), Close).ShouldBe("review.referral-missing");
        Answer(After([.. UntilJudged, new ReviewCommand.SealWithConcern(IdOf(4)), Raise,
            new ReviewCommand.EndMatter(IdOf(22)), .. Remedied]), Close)
            .ShouldBe("review.referral-missing", "A position on IVO is no referral.");
    }

    [Fact]
    public void What_is_handed_over_fits_its_law_and_its_recipient()
    {
        var state = After(UntilFinding);
        Answer(state, Propose).ShouldBe("ReferralProposed");
        Answer(state, Propose, By(Other)).ShouldBe("review.not-a-reviewer");
        Answer(state, With(it => it with { Data = [new("unit"), new("people")] }))
            .ShouldBe("data:review.clients-by-secrecy");
        Answer(state, With(it => it with { Ground = new("307"), Recipient = new("tax"), Data = [new("people")] }))
            .ShouldBe("data:review.clients-by-secrecy");
        Answer(state, With(it => it with { Ground = new("307") })).ShouldBe("ground:review.other-recipients");
        Answer(state, With(it => it with { Recipient = new("other") })).ShouldBe("ground:review.other-recipients");
        Answer(state, With(it => it with { Ground = new("10:23"), Data = [new("people")] }))
            .ShouldBe("sixMonths:review.penalty-unconfirmed");
        Answer(state, With(it => it with { Ground = new("10:23"), Data = [new("people")], SixMonths = true }))
            .ShouldBe("ReferralProposed");
        Answer(state, With(it => it with
        {
            Recipient = null,
            Ground = new("none"),
            Data = [],
            Fields = Text(""),
            Weighing = Text(" "),
        })).ShouldBe(
            "recipient:review.code-missing ground:review.unknown-code data:review.code-missing fields:text.missing "
                + "weighing:text.missing");
        Answer(state, With(it => it with { Data = [new("none")] })).ShouldBe("data:review.unknown-code");
    }

    [Property]
    public bool No_sequence_closes_a_review_with_a_question_or_a_suspicion_that_nobody_has_answered(byte[] choices)
    {
        var (state, events) = ReviewPropertyTests.Walk(choices);
        if (state is not { Status: ReviewStatus.Closed, Review: { Ending: not ReviewEnding.Dropped } review })
            return true;
        var sinceClosed = events.SkipWhile(it => it is not ReviewEvent.Closed).ToList();
        return sinceClosed.Any(it => it is ReviewEvent.Sealed or ReviewEvent.SealedWithConcern
                or ReviewEvent.Announcing)
            || (!review.OwesReferral && review.Matters.All(matter => !matter.IsOpen));
    }

    [Property]
    public bool Every_serious_finding_has_a_position_from_its_day_on(byte[] choices) =>
        ReviewPropertyTests.Walk(choices).State.Review is not { } review
        || review.Findings.All(finding => finding.Severity < 4)
        || review.Matters.Any(matter => matter.Kind == MatterKind.IvoPosition);

    private static ReviewCommand.ProposeReferral With(Func<ReferralProposal, ReferralProposal> change) =>
        Propose with { Proposal = change(Propose.Proposal) };
}
