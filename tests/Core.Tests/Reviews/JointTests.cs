using FsCheck.Xunit;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>gemensam granskning: two reviews, one for each board, that know little of each other.</summary>
public class JointTests
{
    internal static readonly JointRules Rules = new(SmallNumber: 5, Reason: 200);

    internal static readonly BoardId Elder = new("aldrenamnden");

    internal static readonly ReviewedUnit Lime =
        new(IdOf(11), IdOf(2), IdOf(13), Elder, "Linden", "Omsorg AB");

    internal static readonly ReviewCommand.JoinBoard Join = new(Lime, IdOf(20), Text("one visit"), Rules);

    internal static readonly ReviewCommand.ShareFinding Share = new(1, Text("the phone is not answered"), Rules);

    /// <summary>Number 3 of the other board.</summary>
    internal static readonly SharedFinding Told =
        new(3, Contact, new("contact"), 2, null, Text("no answer").Kept, "ALN 2027-00003");

    private static readonly ReviewCommand.Open OpenTwin = new(
        Lime, new ReviewOrigin(ReviewKind.Joint, Decided, Unannounced: false, null, []))
    { Twin = (IdOf(9), new BoardId("socialnamnden")) };

    private static readonly ReviewCommand.ReceiveFinding Receive = new(Told);

    private static readonly ReviewCommand.TakeFinding Take3 = new(3, Execution, Ask(23));

    private static readonly ReviewCommand.Seal Seal = new(Text("theft"), Setup);

    private static readonly ReviewCommand.NoteTwin Begun = new(TwinStanding.Begun, "ALN 2027-00003");

    private static readonly ReviewCommand.NoteTwin Cancelled = new(TwinStanding.Cancelled, null);

    [Fact]
    public void The_ansvarig_granskare_asks_another_board_once_for_a_unit_of_the_same_provider_that_is_its_own()
    {
        var state = After(UntilJudged);
        Refuse(state, Join, By(Other)).ShouldBe(["review.not-a-reviewer"]);
        var joined = Take(state, new ReviewCommand.Join(Text("Bo")), By(Other));
        Refuse(joined, Join, By(Other)).ShouldBe(["review.not-the-lead"]);
        Refuse(state, Join with { With = null, Reason = Text("") })
            .ShouldBe(["unit:review.no-unit-of-other", "reason:text.missing"]);
        Refuse(state, Join with { With = Lime with { Board = Open.Unit.Board } }).ShouldBe(["unit:review.same-board"]);
        Refuse(state, Join with { With = Lime with { ProviderId = IdOf(77) } })
            .ShouldBe(["unit:review.other-provider"]);
        Refuse(state, Join with { Reason = Text(new string('x', 201)) }).ShouldBe(["reason:text.too-long"]);

        var asked = Take(state, Join, By());
        asked.Status.ShouldBe(ReviewStatus.Underway);
        asked.Review!.Twin.ShouldBe(new ReviewTwin(IdOf(20), Elder, TwinStanding.Opened, null));
        asked.Review.Twin!.IsTogether.ShouldBeFalse("Nobody there has begun.");
        Refuse(asked, Join).ShouldBe(["review.already-joint"]);
        Refuse(After([.. UntilJudged, Seal]), Join).ShouldBe(["review.sealed-from-others"]);
    }

    [Fact]
    public void What_was_asked_says_for_which_unit_and_why()
    {
        var asked = ReviewDecider.Decide(After(UntilJudged), Join, By())
            .ShouldBeOfType<Decision<ReviewEvent>.Accepted>().Events.ShouldHaveSingleItem();
        asked.ShouldBe(new ReviewEvent.JointAsked(Decided, IdOf(20), Lime, Text("one visit").Kept));
    }

    [Fact]
    public void The_other_boards_review_is_opened_with_whom_it_is_joint_and_again_it_is_not()
    {
        var twin = After(OpenTwin);
        twin.Status.ShouldBe(ReviewStatus.ToStart);
        (twin.Review!.Unit, twin.Review.Origin.Kind, twin.Review.CaseNumber).ShouldBe((Lime, ReviewKind.Joint, null));
        twin.Review.Twin.ShouldBe(new ReviewTwin(IdOf(9), new BoardId("socialnamnden"), TwinStanding.Begun, null));
        Answer(twin, OpenTwin).ShouldBe("");
        Answer(Take(twin, new ReviewCommand.Start(Text("Eva")), By()), Join with { With = Open.Unit })
            .ShouldBe("review.already-joint");
        After(Open).Review!.Twin.ShouldBeNull();
    }

    [Fact]
    public void The_other_boards_number_and_end_are_noted_when_they_are_new()
    {
        var state = After([.. UntilJudged, Join, Begun]);
        state.Review!.Twin.ShouldBe(new ReviewTwin(IdOf(20), Elder, TwinStanding.Begun, "ALN 2027-00003"));
        state.Review.Twin!.IsTogether.ShouldBeTrue();
        Answer(state, Begun).ShouldBe("");
        Answer(state, Begun with { CaseNumber = "ALN 2027-00004" }).ShouldBe("TwinNoted");
        var alone = Take(state, Cancelled, By()).Review!;
        (alone.Twin!.Standing, alone.Twin.IsTogether, alone.Ending).ShouldBe((TwinStanding.Cancelled, false, null));
        Answer(After(UntilJudged), Begun).ShouldBe("", "it is made alone");
        Answer(After([.. UntilJudged, Join, BrokenOff(Text("no"))]), Begun)
            .ShouldBe("TwinNoted", "whatever has become of this one");
    }

    [Fact]
    public void A_finding_goes_over_with_what_it_is_and_its_new_words_and_not_with_its_own()
    {
        ReviewCommand[] way = [.. UntilJudged, new ReviewCommand.RegisterCase("SOCN 1", "^SOCN .*$", "SOCN 1"), Join];
        var shared = ReviewDecider.Decide(After(way), Share, By())
            .ShouldBeOfType<Decision<ReviewEvent>.Accepted>().Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ReviewEvent.FindingShared>().Shared;
        shared.ShouldBe(new SharedFinding(
            1, Execution, new("late"), 3, 7, Text("the phone is not answered").Kept, "SOCN 1"));
        var state = After([.. way, Share]);
        state.Review!.SharedFindings.ShouldBe([1]);
        Refuse(state, Share).ShouldBe(["number:review.already-shared"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public void So_few_customers_that_they_could_be_recognised_are_no_number_to_another_board(int? affected, int? told)
    {
        ReviewCommand[] way = [.. UntilJudged.SkipLast(1), Late with { Affected = affected }, Join];
        ReviewDecider.Decide(After(way), Share, By()).ShouldBeOfType<Decision<ReviewEvent>.Accepted>()
            .Events.Cast<ReviewEvent.FindingShared>().Single().Shared.Affected.ShouldBe(told);
    }

    [Fact]
    public void What_looks_like_a_personnummer_goes_to_no_other_board_whatever_the_writer_answers()
    {
        var state = After([.. UntilJudged, Join]);
        var told = Text("Kunden 19811218-9876 nåddes inte.");
        Refuse(state, Share with { Text = told }).ShouldBe(["text:text.personal-number-suspected"]);
        Refuse(state, Share with { Text = told with { NumbersAreOthers = true } })
            .ShouldBe(["text:review.number-to-others"]);
        Answer(state, Share with { Text = Text("nothing") with { NumbersAreOthers = true } }).ShouldBe("FindingShared");
        Refuse(state, Share with { Number = 2, Text = Text(" ") })
            .ShouldBe(["number:review.no-such-finding", "text:text.missing"]);
    }

    [Fact]
    public void Nothing_goes_over_from_a_sealed_review_or_where_no_other_board_takes_part()
    {
        Refuse(After(UntilJudged), Share).ShouldBe(["review.not-joint"]);
        Refuse(After([.. UntilJudged, Join, Cancelled]), Share).ShouldBe(["review.not-joint"]);
        Refuse(After([.. UntilJudged, Join, Seal]), Share).ShouldBe(["review.sealed-from-others"]);
        Refuse(After([.. UntilJudged, Join]), Share, By(Other)).ShouldBe(["review.not-a-reviewer"]);
    }

    [Fact]
    public void What_comes_from_the_other_board_comes_once_and_becomes_a_finding_when_a_reviewer_takes_it_up()
    {
        Answer(After(UntilJudged), Receive).ShouldBe("", "it is made alone");
        var state = After([.. UntilJudged, Join, Receive]);
        state.Review!.ReceivedFindings.ShouldBe([new ReceivedFinding(Told, Decided, null)]);
        state.Review.Findings.Count.ShouldBe(1);
        Answer(state, Receive).ShouldBe("");
        Refuse(state, Take3, By(Other)).ShouldBe(["review.not-a-reviewer"]);
        Refuse(state, new ReviewCommand.TakeFinding(4, Contact, Ask(23)))
            .ShouldBe(["number:review.no-such-finding", "requirement:review.requirement-is-met"]);
        Refuse(state, new ReviewCommand.TakeFinding(3, new CodeId("other"), Ask(23)))
            .ShouldBe(["requirement:review.out-of-scope"]);
        Refuse(state, new ReviewCommand.TakeFinding(null, null, Ask(23)))
            .ShouldBe(["number:review.no-such-finding", "requirement:review.code-missing"]);

        var taken = Take(state, Take3, By()).Review!;
        taken.Findings[1].ShouldBe(new Finding(
            2, Execution, new("contact"), 2, null, null, Told.Text, null, FindingStatus.Remaining));
        taken.OriginOf(taken.Findings[1]).ShouldBe(Told);
        taken.OriginOf(taken.Findings[0]).ShouldBeNull();
        taken.ReceivedFindings.Single().TakenAs.ShouldBe(2);
        var after = After([.. UntilJudged, Join, Receive, Take3]);
        Refuse(after, Take3).ShouldBe(["number:review.no-such-finding"]);
        Refuse(after, Share with { Number = 2 }).ShouldBe(["number:review.already-shared"], "They know it there.");
    }

    [Fact]
    public void A_finding_that_is_taken_up_makes_a_reading_of_the_draft_old()
    {
        var read = Take(
            After([.. UntilJudged, Join, Receive, new ReviewCommand.AskReading()]),
            new ReviewCommand.ReadDraft(Text("Bo"), Text("fine"), Setup), By(Other));
        read.Review!.Reading.ShouldNotBeNull();
        Take(read, Take3, By()).Review!.Reading.ShouldBeNull();
    }

    [Fact]
    public void What_two_boards_tell_each_other_wakes_no_loop()
    {
        ReviewEvent[] told =
        [
            new ReviewEvent.JointAsked(Decided, IdOf(20), Lime, Text("x").Kept),
            new ReviewEvent.TwinNoted(Decided, TwinStanding.Begun, null), new ReviewEvent.FindingShared(Decided, Told),
            new ReviewEvent.FindingReceived(Decided, Told),
        ];
        told.ShouldAllBe(happened => !ReviewAwaiting.IsChangedBy(happened));
    }

    [Property]
    public bool A_finding_of_the_other_board_stands_once_among_the_own(byte[] choices)
    {
        var (state, _) = ReviewPropertyTests.Walk(choices);
        return state.Review is not { } review
            || review.ReceivedFindings.Where(received => received.TakenAs is not null)
                .All(received => review.Findings.Count(finding => review.OriginOf(finding) == received.Shared) == 1);
    }
}
