using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>
/// One command at a time, and exactly what is answered: the refusals with their fields and arguments, or the events.
/// </summary>
public class ReviewAnswerTests
{
    private static readonly CodeId Unheard = new("unheard-of");
    private static readonly string Longest = new('x', Setup.Reason);
    private static readonly string Longer = new('x', Setup.Reason + 1);
    private static readonly string Report = new('x', Setup.LongText);
    private static readonly string TooLong = $"text.too-long({Setup.Reason + 1}, {Setup.Reason})";
    private static readonly string ReportTooLong = $"text.too-long({Setup.LongText + 1}, {Setup.LongText})";
    private static readonly ReviewCommand.Start Start = new(Text("Anna"));
    private static readonly ReviewCommand.RecordVisit Visit = new(Decided, Text("both"), Text("seen"), Setup);
    private static readonly ReviewCommand.AskSupplement Ask = new(null, Text("routines"), Setup);
    private static readonly ReviewCommand.ReceiveSupplement Receive = new(1, Decided, Text("here"), Setup);
    private static readonly ReviewCommand.ReceiveComment Comment = new(Decided, Text("not so"), Text("we hold"), Setup);
    private static readonly ReviewCommand.ChangeFinding Change = new(1, FindingStatus.Begun, null, Text("seen"), Setup);
    private static readonly ReviewCommand.ReturnPlan Return = new(null, Text("vague"), Setup);
    private static readonly ReviewCommand.Close Close = Ended(Text("done"));
    private static readonly ReviewCommand.AddConcerns Concerns =
        new([new(IdOf(5), Decided, "r2")], Text("same"), Setup);

    public static TheoryData<ReviewCommand, string> WhenOpened => new()
    {
        { Open, "" },
        { Open with { Origin = Open.Origin with { NotBefore = Decided.AddDays(1) } }, "Rescheduled" },
        { Open with { Origin = Open.Origin with { Unannounced = true } }, "Rescheduled" },
        { new ReviewCommand.Drop(), "Dropped" },
        { Start, "Started" },
        { BrokenOff(Text("no")), "Closed" },
        { BrokenOff(Text(" ")), "reason:text.missing" },
        { BrokenOff(Text(Longest)), "Closed" },
        { BrokenOff(Text(Longer)), $"reason:{TooLong}" },
        { new ReviewCommand.DeclareConflict(Text("sister"), Setup), "ConflictDeclared" },
        { new ReviewCommand.DeclareConflict(Text(""), Setup), "reason:text.missing" },
        { new ReviewCommand.DeclareConflict(Text(Longer), Setup), $"reason:{TooLong}" },
        { Concerns, "ConcernsAdded" },
        { Concerns with { Concerns = [] }, "concerns:review.no-concerns" },
        { Concerns with { Concerns = [], Reason = Text("") }, "concerns:review.no-concerns reason:text.missing" },
        { Scope, "review.not-in-this-state(ToStart)" },
        { new ReviewCommand.Remind(ReviewAwaiting.Start), "Reminded" },
        { new ReviewCommand.Remind("unheard-of"), "" },
    };

    public static TheoryData<ReviewCommand, string> WhenScoping => new()
    {
        { Scope, "ScopeSet" },
        { Scope with { Requirements = [] }, "requirements:review.no-requirements" },
        { Scope with { Requirements = [Execution, Unheard] }, "requirements:review.unknown-code" },
        { Scope with { Methods = [] }, "methods:review.no-methods" },
        { Scope with { Methods = [new("visit"), Unheard] }, "methods:review.unknown-code" },
        { Scope with { VisitOn = null }, "ScopeSet" },
        { Scope with { VisitOn = Decided }, "ScopeSet" },
        { Scope with { VisitOn = Decided.AddDays(-1) }, "visitOn:review.day-too-early" },
        { Scope with { Why = Text(Longest) }, "ScopeSet" },
        { Scope with { Why = Text(Longer) }, $"reason:{TooLong}" },
        { new ReviewCommand.Join(Text("Anna")), "review.already-reviewer" },
        { new ReviewCommand.TakeOver(Text("Anna"), Text("mine"), Setup), "review.already-reviewer" },
        { Visit, "review.not-in-this-state(Scoping)" },
    };

    public static TheoryData<ReviewCommand, string> WhenJudged => new()
    {
        { Visit, "Visited" },
        { Visit with { VisitedOn = null }, "visitedOn:review.day-missing" },
        { Visit with { VisitedOn = Decided.AddDays(1) }, "visitedOn:review.day-in-future" },
        { Visit with { VisitedOn = Decided.AddDays(-1) }, "visitedOn:review.day-too-early" },
        { Visit with { Participants = Text("") }, "participants:text.missing" },
        { Visit with { Participants = Text(Longer) }, $"participants:{TooLong}" },
        { Visit with { Notes = Text(Report) }, "Visited" },
        { Visit with { Notes = Text(Report + "x") }, $"notes:{ReportTooLong}" },
        { Visit with { Notes = Text("") }, "notes:text.missing" },

        { NotMet with { Requirement = null }, "requirement:review.code-missing" },
        { NotMet with { Requirement = new CodeId("") }, "requirement:review.code-missing" },
        { NotMet with { Requirement = Unheard }, "requirement:review.out-of-scope" },
        { NotMet with { Fulfilment = null }, "fulfilment:review.fulfilment-missing" },
        { NotMet with { Fulfilment = null, Evidence = Text("") }, "fulfilment:review.fulfilment-missing" },
        { NotMet with { Fulfilment = Fulfilment.NotJudged, Evidence = Text("") }, "evidence:review.evidence-missing" },
        { NotMet with { Fulfilment = Fulfilment.NotFully, Evidence = Text("") }, "evidence:review.evidence-missing" },
        { NotMet with { Fulfilment = Fulfilment.Met, Evidence = Text("") }, "Judged" },
        { NotMet with { Evidence = Text(Longest) }, "Judged" },
        { NotMet with { Evidence = Text(Longer) }, $"evidence:{TooLong}" },
        { NotMet with { Source = null }, "source:review.code-missing" },
        { NotMet with { Source = new CodeId("") }, "source:review.code-missing" },
        { NotMet with { Source = Unheard }, "source:review.unknown-code" },
        { NotMet with { SampleMet = 10 }, "Judged" },
        { NotMet with { SampleMet = 0, SampleTaken = 1 }, "Judged" },
        { NotMet with { SampleMet = null, SampleTaken = null }, "Judged" },

        { Late, "FindingAdded" },
        { Late with { Requirement = null }, "requirement:review.code-missing" },
        { Late with { Requirement = new CodeId("") }, "requirement:review.code-missing" },
        { Late with { Requirement = Unheard }, "requirement:review.out-of-scope" },
        { Late with { Requirement = Contact }, "requirement:review.requirement-is-met" },
        { Late with { Category = null }, "category:review.code-missing" },
        { Late with { Category = Unheard }, "category:review.unknown-code" },
        { Late with { Severity = null }, "severity:review.severity-missing" },
        { Late with { Severity = 0 }, "severity:review.severity-missing" },
        { Late with { Severity = 1 }, "FindingAdded" },
        { Late with { Severity = 5 }, "severity:review.severity-missing" },
        { Late with { Affected = -1 }, "affected:review.number-impossible" },
        { Late with { Affected = 0 }, "FindingAdded" },
        { Late with { Affected = null }, "FindingAdded" },
        { Late with { CauseOf = 1 }, "FindingAdded" },
        { Late with { CauseOf = 2 }, "causeOf:review.no-such-finding" },
        { Late with { Text = Text("") }, "text:text.missing" },
        { Late with { Text = Text(Longer) }, $"text:{TooLong}" },
        { Late with { Consequence = Text("") }, "FindingAdded" },
        { Late with { Consequence = Text(Longer) }, $"consequence:{TooLong}" },

        { Change, "FindingChanged" },
        { Change with { Number = null }, "number:review.no-such-finding" },
        { Change with { Number = 2 }, "number:review.no-such-finding" },
        { Change with { Status = null }, "status:review.status-missing" },
        { Change with { Status = FindingStatus.Remaining }, "status:review.nothing-changed" },
        { Change with { CauseOf = 2 }, "causeOf:review.no-such-finding" },
        { Change with { CauseOf = 1 }, "causeOf:review.cause-in-circle" },
        { Change with { Reason = Text("") }, "reason:text.missing" },
        { Change with { Reason = Text(Longer) }, $"reason:{TooLong}" },

        { Ask, "SupplementAsked" },
        { Ask with { Until = Decided }, "until:review.day-too-early" },
        { Ask with { Until = Decided.AddDays(1) }, "SupplementAsked" },
        { Ask with { Asked = Text(Report) }, "SupplementAsked" },
        { Ask with { Asked = Text("") }, "asked:text.missing" },
        {
            Ask with { Until = Decided, Asked = Text(Report + "x") },
            $"until:review.day-too-early asked:{ReportTooLong}"
        },
        { Receive, "number:review.no-such-supplement" },

        { Communicate, "Communicated" },
        { Communicate with { Until = Decided }, "until:review.day-too-early" },
        { Communicate with { Until = Decided.AddDays(1) }, "Communicated" },
        { Communicate with { Why = Text(Longer) }, $"reason:{TooLong}" },
        { Waive with { Until = Decided }, "Communicated" },
        { Waive with { Why = Text(Longest) }, "Communicated" },
        { Waive with { Why = Text(" ") }, "reason:review.waiver-reason-missing" },
        { Concerns, "ConcernsAdded" },
        { Concerns with { Reason = Text(Longer) }, $"reason:{TooLong}" },
        { Establish, "review.not-in-this-state(Underway)" },
        { new ReviewCommand.Start(Text("Anna")), "review.not-in-this-state(Underway)" },
    };

    public static TheoryData<ReviewCommand, string> WhenAsked => new()
    {
        { Receive, "SupplementReceived" },
        { Receive with { Number = null }, "number:review.no-such-supplement" },
        { Receive with { Number = 2 }, "number:review.no-such-supplement" },
        { Receive with { ReceivedOn = null }, "receivedOn:review.day-missing" },
        { Receive with { ReceivedOn = Decided.AddDays(1) }, "receivedOn:review.day-in-future" },
        {
            Receive with { ReceivedOn = Decided.AddDays(-1), Answer = Text("") },
            "receivedOn:review.day-too-early answer:text.missing"
        },
        { Receive with { Answer = Text(Report + "x") }, $"answer:{ReportTooLong}" },
    };

    public static TheoryData<ReviewCommand, string> WhenCommunicated => new()
    {
        { Comment, "CommentReceived" },
        { Comment with { ReceivedOn = null }, "receivedOn:review.day-missing" },
        { Comment with { ReceivedOn = Decided.AddDays(1) }, "receivedOn:review.day-in-future" },
        { Comment with { ReceivedOn = Decided.AddDays(-1) }, "receivedOn:review.day-too-early" },
        { Comment with { Text = Text("") }, "text:text.missing" },
        { Comment with { Text = Text(Report + "x") }, $"text:{ReportTooLong}" },
        { Comment with { Answer = Text("") }, "answer:text.missing" },
        { Comment with { Answer = Text(Report + "x") }, $"answer:{ReportTooLong}" },
        { new ReviewCommand.TakeBack(Text("no"), Setup), "TakenBack" },
        { new ReviewCommand.TakeBack(Text(""), Setup), "reason:text.missing" },
        { new ReviewCommand.TakeBack(Text(Longer), Setup), $"reason:{TooLong}" },
        { Establish, "review.still-commenting(2027-01-29)" },
        { Establish with { Summary = Text("") }, "review.still-commenting(2027-01-29) summary:text.missing" },
        { Ask, "review.not-in-this-state(Communicated)" },
    };

    public static TheoryData<ReviewCommand, string> WhenReported => new()
    {
        { new ReviewCommand.Correct(Text("what"), Text("wrong"), Setup), "CorrectionBegun" },
        { new ReviewCommand.Correct(Text("what"), Text(""), Setup), "reason:text.missing" },
        { new ReviewCommand.Correct(Text("what"), Text(Longer), Setup), $"reason:{TooLong}" },
        { AskPlan, "PlanAsked" },
        { AskPlan with { Until = Decided }, "until:review.day-too-early" },
        { AskPlan with { Until = Decided.AddDays(1) }, "PlanAsked" },
        { Close, "review.findings-remain(1)" },
        { Close with { Reason = Text("") }, "review.findings-remain(1) reason:text.missing" },
        { Change with { Status = FindingStatus.Obsolete }, "FindingChanged" },
        { BrokenOff(Text("no")), "review.not-in-this-state(Reported)" },
    };

    public static TheoryData<ReviewCommand, string> WhenPlanning => new()
    {
        { Promise, "MeasureAdded" },
        { Promise with { Finding = null }, "finding:review.no-such-finding" },
        { Promise with { Finding = 2 }, "finding:review.no-such-finding" },
        { Promise with { What = Text("") }, "what:text.missing" },
        { Promise with { What = Text(Longer) }, $"what:{TooLong}" },
        { Promise with { Responsible = Text(new string('x', 500)) }, "MeasureAdded" },
        { Promise with { Responsible = Text(new string('x', 501)) }, "responsible:text.too-long(501, 500)" },
        { Promise with { Responsible = Text("") }, "responsible:text.missing" },
        { Promise with { Due = null }, "due:review.day-missing" },
        { Return, "PlanReturned" },
        { Return with { Until = Decided }, "until:review.day-too-early" },
        { Return with { Until = Decided.AddDays(1) }, "PlanReturned" },
        { Return with { Reason = Text("") }, "reason:text.missing" },
        { Return with { Reason = Text(Longer) }, $"reason:{TooLong}" },
        { Approve, "review.without-measure(1)" },
        { Approve with { Reason = Text("") }, "review.without-measure(1) reason:text.missing" },
        { Approve with { Reason = Text(Longer) }, $"review.without-measure(1) reason:{TooLong}" },
    };

    [Theory, MemberData(nameof(WhenOpened))]
    public void Of_a_review_that_nobody_has_started(ReviewCommand command, string answer) =>
        Answer(After(Open), command).ShouldBe(answer);

    [Theory, MemberData(nameof(WhenScoping))]
    public void Of_a_review_without_a_scope(ReviewCommand command, string answer) =>
        Answer(After(Open, Start), command).ShouldBe(answer);

    [Theory, MemberData(nameof(WhenJudged))]
    public void Of_a_review_that_is_judged(ReviewCommand command, string answer) =>
        Answer(After(UntilJudged), command).ShouldBe(answer);

    [Theory, MemberData(nameof(WhenAsked))]
    public void Of_a_review_that_awaits_a_supplement(ReviewCommand command, string answer) =>
        Answer(After([.. UntilJudged, Ask]), command).ShouldBe(answer);

    [Theory, MemberData(nameof(WhenCommunicated))]
    public void Of_a_draft_that_is_with_the_provider(ReviewCommand command, string answer) =>
        Answer(After([.. UntilJudged, Communicate]), command).ShouldBe(answer);

    [Theory, MemberData(nameof(WhenReported))]
    public void Of_a_final_report(ReviewCommand command, string answer) =>
        Answer(After(UntilReported), command).ShouldBe(answer);

    [Theory, MemberData(nameof(WhenPlanning))]
    public void Of_a_plan_that_is_awaited(ReviewCommand command, string answer) =>
        Answer(After([.. UntilReported, AskPlan]), command).ShouldBe(answer);

    [Fact]
    public void How_many_are_missing_is_told()
    {
        Answer(After(Open, Start, Scope), Communicate).ShouldBe("review.unjudged(2)");
        Answer(After(Open, Start, Scope, NotMet, Met), Communicate).ShouldBe("review.without-finding(1)");
        var two = Late with { Text = Text("two") };
        Answer(After([.. UntilJudged, two, Waive, Establish, AskPlan]), Approve)
            .ShouldBe("review.without-measure(1, 2)");
        Answer(After([.. UntilJudged, two, Waive, Establish]), Close).ShouldBe("review.findings-remain(2)");
    }

    [Fact]
    public void What_is_judged_as_not_judged_needs_no_finding_and_what_is_not_fully_met_does()
    {
        Answer(After(Open, Start, Scope, NotMet with { Fulfilment = Fulfilment.NotJudged }, Met), Communicate)
            .ShouldBe("Communicated");
        var notFully = After(Open, Start, Scope, NotMet with { Fulfilment = Fulfilment.NotFully }, Met);
        Answer(notFully, Communicate).ShouldBe("review.without-finding(1)");
        Answer(notFully, Late).ShouldBe("FindingAdded");
        Answer(After(Open, Start, Scope, NotMet with { Fulfilment = Fulfilment.NotJudged }, Met), Late)
            .ShouldBe("requirement:review.requirement-is-met");
    }

    [Fact]
    public void Nothing_is_promised_about_a_finding_that_is_remedied()
    {
        var two = Late with { Text = Text("two") };
        var state =
            After([.. UntilJudged, two, Waive, Establish, AskPlan, Change with { Status = FindingStatus.Remedied }]);
        Answer(state, Promise).ShouldBe("finding:review.finding-is-closed");
        Answer(state, Promise with { Finding = 2 }).ShouldBe("MeasureAdded");
        Answer(state, Approve).ShouldBe("review.without-measure(2)");
    }
}
