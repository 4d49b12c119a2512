using System.Globalization;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

public class SecondReaderTests
{
    private static readonly ReviewSetup Asked = Setup with { Rules = Setup.Rules with { SecondReader = true } };
    private static readonly ReviewCommand Ask = new ReviewCommand.AskReading();
    private static readonly ReviewCommand Read = new ReviewCommand.ReadDraft(Text("Bo"), Text("shorter"), Setup);
    private static readonly ReviewCommand Return = new ReviewCommand.ReturnDraft(Text("Bo"), Text("not proved"), Setup);
    private static readonly ReviewCommand Send = Communicate with { Setup = Asked };

    private static ReviewState BeingRead => After([.. UntilJudged, Ask]);

    [Theory]
    [InlineData(0, null)]
    [InlineData(5, "2027-01-20")]
    [InlineData(2, "2027-01-18")]
    public void A_reader_has_the_days_of_the_rules_ending_on_a_working_day_and_nothing_is_due_by_itself(
        int days, string? until)
    {
        var state = After([.. UntilJudged, new ReviewCommand.AskReading(days)]);
        var answer = ReviewAwaiting.Of(state).Answers.Single(awaited => ReviewAwaiting.IsReading(awaited.What));
        answer.Until.ShouldBe(until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture));
        answer.Steps.ShouldBeEmpty("staff are not reminded by the loop, nor is anybody told");
        ReviewAwaiting.IsReading(ReviewAwaiting.Comments(1)).ShouldBeFalse();
    }

    [Fact]
    public void Where_the_rules_ask_for_a_second_reader_no_draft_goes_out_unread()
    {
        Refuse(After(UntilJudged), Send).ShouldBe([ReviewRefusals.NotRead]);
        Refuse(After(UntilJudged), Waive with { Setup = Asked }).ShouldBe([ReviewRefusals.NotRead]);
        Take(After(UntilJudged), Communicate, By()).Status.ShouldBe(ReviewStatus.Communicated);
        var read = Take(BeingRead, Read, By(Other));
        (read.Status, read.Review!.Reading!.Reader!.UserId, read.Review.Reading.ReadOn).ShouldBe(
            (ReviewStatus.Underway, Other, Decided));
        Take(read, Send, By()).Status.ShouldBe(ReviewStatus.Communicated);
    }

    [Fact]
    public void A_draft_that_was_returned_is_read_once_more()
    {
        var returned = Take(BeingRead, Return, By(Other));
        returned.Status.ShouldBe(ReviewStatus.Underway);
        Refuse(returned, Send).ShouldBe([ReviewRefusals.NotRead]);
        var again = Take(returned, Ask, By());
        again.Review!.Reading!.Number.ShouldBe(2);
        Take(Take(again, Read, By(Other)), Send, By()).Status.ShouldBe(ReviewStatus.Communicated);
    }

    [Fact]
    public void Nobody_reads_an_own_draft_or_one_that_they_are_in_conflict_about()
    {
        Refuse(BeingRead, Read).ShouldBe([ReviewRefusals.OwnDraft]);
        Refuse(BeingRead, Return).ShouldBe([ReviewRefusals.OwnDraft]);
        var asked = Take(Take(After(UntilJudged), new ReviewCommand.Join(Text("Bo")), By(Other)), Ask, By(Other));
        Refuse(asked, Read, By(Other)).ShouldBe([ReviewRefusals.OwnDraft]);
        Refuse(asked, Read).ShouldBe([ReviewRefusals.OwnDraft],
            "The ansvarig granskare answers for it, whoever asked.");
        var inConflict = Take(BeingRead, new ReviewCommand.DeclareConflict(Text("sister"), Setup), By(Other));
        Refuse(inConflict, Read, By(Other)).ShouldBe([ReviewRefusals.InConflict]);
    }

    [Fact]
    public void A_draft_is_whole_before_it_is_read_and_stands_still_while_it_is()
    {
        Refuse(After(UntilJudged.SkipLast(1)), Ask).ShouldBe([ReviewRefusals.WithoutFinding]);
        Refuse(BeingRead, NotMet).ShouldBe([ReviewRefusals.NotInThisState]);
        Take(BeingRead, new ReviewCommand.TakeBack(Text("a mistake"), Setup), By()).Review!.Reading.ShouldBeNull();
    }

    [Fact]
    public void Other_words_need_no_new_reading_and_another_judgement_does()
    {
        var read = Take(BeingRead, Read, By(Other));
        Take(read, NotMet with { Evidence = Text("shorter") }, By()).Review!.Reading!.ReadOn.ShouldNotBeNull();
        ReviewCommand[] others = [NotMet with { SampleMet = 4 }, NotMet with { Fulfilment = Fulfilment.NotFully }, Late,
            Scope];
        foreach (var other in others)
            Refuse(Take(read, other, By()), Send).ShouldBe([ReviewRefusals.NotRead], $"{other}");
        var sentAndBack = Take(Take(read, Send, By()), new ReviewCommand.TakeBack(Text("anew"), Setup), By());
        Refuse(sentAndBack, Send).ShouldBe([ReviewRefusals.NotRead]);
    }

    [Fact]
    public void The_reading_is_awaited_from_the_others()
    {
        var answer = ReviewAwaiting.Of(BeingRead).Answers.ShouldHaveSingleItem();
        (answer.What, answer.Until).ShouldBe((ReviewAwaiting.Reading(1), null));
        answer.NotBy.ShouldBe([Lead]);
        ReviewAwaiting.Of(Take(BeingRead, Read, By(Other))).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void A_visit_is_announced_when_it_is_to_be_and_its_day_has_not_passed()
    {
        var announce = new ReviewCommand.AnnounceVisit(Text("kl. 9"), Text("the chief"), Text("the routines"), Setup);
        var notice = Take(After(UntilJudged), announce, By()).Review!.Notice!;
        (notice.Number, notice.VisitOn).ShouldBe((1, Decided.AddDays(10)));
        Take(After([.. UntilJudged, announce]), announce, By()).Review!.Notice!.Number.ShouldBe(2);
        Refuse(After(UntilJudged), announce with { Meet = Text("") }).ShouldBe(["meet:text.missing"]);
        Refuse(After(UntilJudged), announce, By(on: Decided.AddDays(11))).ShouldBe([ReviewRefusals.NoVisitToAnnounce]);
        Refuse(After([.. UntilJudged, Scope with { Announced = false }]), announce)
            .ShouldBe([ReviewRefusals.NoVisitToAnnounce]);
        Refuse(After([.. UntilJudged, Scope with { VisitOn = null }]), announce)
            .ShouldBe([ReviewRefusals.NoVisitToAnnounce]);
    }

    [Fact, Trait("Requirement", "R30")]
    public void A_summary_for_learning_names_its_readers()
    {
        var sumUp = new ReviewCommand.SumUp(Text("ring first"), Text("Avtalsgruppen"), Setup);
        Take(After(UntilReported), sumUp, By()).Review!.Learning!.Readers.ShouldBe(sumUp.Readers.Kept);
        Refuse(After(UntilReported), sumUp with { Readers = Text("") }).ShouldBe(["readers:text.missing"]);
        Refuse(After(UntilJudged), sumUp).ShouldBe([ReviewRefusals.NotInThisState]);
    }

    [Fact]
    public void A_correction_says_what_was_corrected_and_which_report_it_replaces()
    {
        var correct = new ReviewCommand.Correct(Text("a name"), Text("wrong"), Setup);
        Refuse(After(UntilReported), correct with { What = Text("") }).ShouldBe(["what:text.missing"]);
        var report = After([.. UntilReported, correct, Waive, Establish]).Review!.Report!;
        (report.Version, report.Corrected, report.Correction, report.ReplacesOf)
            .ShouldBe((2, correct.What.Kept, correct.Reason.Kept, Decided));
    }
}
