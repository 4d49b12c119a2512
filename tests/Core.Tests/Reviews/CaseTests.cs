using Oversight.Documents;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>The registrator opens the ärende before anything is sent.</summary>
public class CaseTests
{
    private static readonly ReviewSetup Asked = Setup with { Rules = Setup.Rules with { CaseFirst = true } };
    private static readonly ReviewCommand.RegisterCase Opened = Registered("SOCN 2027-00012");

    public static TheoryData<ReviewCommand[], ReviewCommand> Sent => new()
    {
        { UntilJudged, new ReviewCommand.AnnounceVisit(Text("9"), Text("chief"), Text("papers"), Asked) },
        { UntilJudged, new ReviewCommand.AskSupplement(null, Text("routine"), Asked) },
        { UntilJudged, Communicate with { Setup = Asked } },
        { UntilJudged, Waive with { Setup = Asked } },
        { UntilReported, AskPlan with { Setup = Asked } },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public void Nothing_is_sent_before_there_is_an_arende(ReviewCommand[] before, ReviewCommand sent)
    {
        Refuse(After(before), sent).ShouldBe([ReviewRefusals.NoCase]);
        Take(After([.. before, Opened]), sent, By());
    }

    [Fact]
    public void A_number_is_corrected_and_the_same_again_is_nothing_new()
    {
        var state = After([.. UntilJudged, Opened]);
        state.Review!.CaseNumber.ShouldBe("SOCN 2027-00012");
        ReviewDecider.Decide(state, Registered(" SOCN 2027-00012 "), By())
            .ShouldBeOfType<Decision<ReviewEvent>.Accepted>().Events.ShouldBeEmpty();
        Take(state, Registered("SOCN 2027-00013"), By()).Review!.CaseNumber.ShouldBe("SOCN 2027-00013");
    }

    [Theory]
    [InlineData("", DocumentRefusals.NumberMissing)]
    [InlineData("tolv", DocumentRefusals.NumberForm)]
    public void A_number_has_the_form_of_its_board(string number, string refused) =>
        Refuse(After(UntilJudged), Registered(number)).ShouldBe([$"number:{refused}"]);

    [Fact]
    public void Whoever_is_in_a_conflict_of_interest_registers_nothing() =>
        Refuse(
            Take(After(UntilJudged), new ReviewCommand.DeclareConflict(Text("sister"), Setup), By("rut")),
            Opened, By("rut")).ShouldBe([ReviewRefusals.InConflict]);

    [Fact]
    public void A_link_is_renewed_for_what_is_awaited_of_the_provider_and_for_nothing_else()
    {
        var asked = After([.. UntilJudged, new ReviewCommand.AskSupplement(null, Text("routine"), Setup)]);
        var renew = new ReviewCommand.RenewLink(ReviewAwaiting.Supplement(1), Text("wrong hands"), Setup);
        Answer(asked, renew).ShouldBe(nameof(ReviewEvent.LinkRenewed));
        Take(asked, renew, By()).ShouldBe(asked, "Nothing of the review changes.");
        Refuse(asked, renew with { Reason = Text("") }).ShouldBe(["reason:text.missing"]);
        Refuse(asked, renew, By(Other)).ShouldBe([ReviewRefusals.NotAReviewer]);
        Refuse(asked, renew with { What = ReviewAwaiting.Comments(1) })
            .ShouldBe([$"what:{ReviewRefusals.NothingAsked}"]);
        Refuse(After(UntilJudged), renew).ShouldBe([$"what:{ReviewRefusals.NothingAsked}"]);
        var answered = new ReviewCommand.ReceiveSupplement(1, Decided, Text("here"), Setup);
        Refuse(Take(asked, answered, By()), renew).ShouldBe([$"what:{ReviewRefusals.NothingAsked}"]);
    }

    private static ReviewCommand.RegisterCase Registered(string number) =>
        new(number, "^SOCN [0-9]{4}-[0-9]{5}$", "SOCN 2027-00012");
}
