using System.Text.Json;
using FsCheck.Xunit;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

public class ReviewPropertyTests
{
    private const string Secret = "hemlig-uppgift-om-kund";

    private static readonly ReviewCommand[] Commands =
    [
        Open, new ReviewCommand.Drop(), new ReviewCommand.Start(Text(Secret)), new ReviewCommand.Join(Text(Secret)),
        new ReviewCommand.TakeOver(Text(Secret), Text(Secret), Setup),
        new ReviewCommand.DeclareConflict(Text(Secret), Setup),
        new ReviewCommand.AddConcerns([new ReviewConcern(IdOf(5), Decided, "r2")], Text(Secret), Setup),
        new ReviewCommand.RegisterCase("SOCN 2027-00012", "^SOCN .*$", "SOCN 2027-00012"),
        Scope with { Why = Text(Secret) }, new ReviewCommand.RecordVisit(Decided, Text(Secret), Text(Secret), Setup),
        new ReviewCommand.AddPhotos(Contact, [], NoCustomers: true, Most: 5, Largest: 5),
        new ReviewCommand.NoteInterview(InterviewKind.Customer, Text(Secret), Setup),
        new ReviewCommand.AttachSource(
            new("register"), Text(Secret), Text(Secret), Decided, Text(Secret),
            [new SourceFile(SourceTests.Paper, Text(Secret).Kept)], SourceTests.Rules),
        JointTests.Join with { Reason = Text(Secret) }, JointTests.Share with { Text = Text(Secret) },
        new ReviewCommand.NoteTwin(TwinStanding.Begun, "ALN 2027-00003"),
        new ReviewCommand.NoteTwin(TwinStanding.Cancelled, null),
        new ReviewCommand.ReceiveFinding(JointTests.Told), new ReviewCommand.TakeFinding(3, Execution, Ask(23)),
        new ReviewCommand.SealWithConcern(ReviewScenario.IdOf(4)),
        new ReviewCommand.Seal(Text(Secret), Setup), new ReviewCommand.Unseal(Text(Secret), Setup),
        new ReviewCommand.NameMedicalReviewers(Text(Secret), Text(Secret), Setup),
        new ReviewCommand.WithdrawSource(1, Text(Secret), SourceTests.Rules),
        NotMet with { Evidence = Text(Secret) }, NotMet with { Fulfilment = Fulfilment.NotJudged }, Met,
        Late with { Text = Text(Secret) }, Late with { CauseOf = 1 }, Grave with { Text = Text(Secret) },
        Raise with { Reason = Text(Secret) }, new ReviewCommand.AskOfFinding(IdOf(24), 1),
        Propose with { Proposal = Propose.Proposal with { Fields = Text(Secret), Weighing = Text(Secret) } },
        new ReviewCommand.EndMatter(IdOf(21)), new ReviewCommand.EndMatter(IdOf(22)),
        new ReviewCommand.EndMatter(IdOf(24)), new ReviewCommand.EndMatter(IdOf(30)),
        new ReviewCommand.WithdrawMatter(IdOf(30)),
        new ReviewCommand.ChangeFinding(1, FindingStatus.Remedied, null, Text(Secret), Setup),
        new ReviewCommand.ChangeFinding(1, FindingStatus.Begun, 2, Text(Secret), Setup),
        new ReviewCommand.ChangeFinding(2, FindingStatus.Obsolete, 1, Text(Secret), Setup),
        new ReviewCommand.AskSupplement(null, Text(Secret), Setup),
        new ReviewCommand.ReceiveSupplement(1, Decided, Text(Secret), Setup),
        Communicate, Waive with { Why = Text(Secret) },
        new ReviewCommand.ReceiveComment(Decided, Text(Secret), Text(Secret), Setup),
        new ReviewCommand.RenewLink(ReviewAwaiting.Comments(1), Text(Secret), Setup),
        new ReviewCommand.TakeBack(Text(Secret), Setup), Establish with { Summary = Text(Secret) },
        new ReviewCommand.Correct(Text(Secret), Text(Secret), Setup),
        new ReviewCommand.AnnounceVisit(Text(Secret), Text(Secret), Text(Secret), Setup),
        new ReviewCommand.SumUp(Text(Secret), Text(Secret), Setup), new ReviewCommand.AskReading(),
        new ReviewCommand.ReadDraft(Text(Secret), Text(Secret), Setup),
        new ReviewCommand.ReturnDraft(Text(Secret), Text(Secret), Setup), AskPlan, Promise with { What = Text(Secret) },
        Promise with { Finding = 2 }, new ReviewCommand.ReturnPlan(null, Text(Secret), Setup), Approve,
        new ReviewCommand.ProposeSanction(
            IdOf(9), Sanctions.SanctionScenario.Warning.Id, [new("avlosning")], [1], Text(Secret),
            Sanctions.SanctionScenario.Choice, Setup),
        new ReviewCommand.EndMatter(IdOf(9)), MoveTests.Open with { Reason = Text(Secret) },
        new ReviewCommand.CountMove(0, Last, Decided), new ReviewCommand.CallOffMove(Text(Secret), Setup),
        new ReviewCommand.DropPlan(Text(Secret), Setup), UrgentMeasureTests.Take with { Reason = Text(Secret) },
        Ended(Text(Secret)) with { Reporters = new(Text(Secret), Text(Secret)) }, BrokenOff(Text(Secret)),
        new ReviewCommand.GiveAssignment(ReviewScenario.IdOf(8), Text(Secret), Text(Secret), Last, 500, 500),
        SetLast with { Reason = Text(Secret) }, new ReviewCommand.MoveFinalDate(Last.AddDays(31), Setup.Rules),
        new ReviewCommand.FollowFinding(1, FindingStatus.Begun, Text(Secret), false, Setup),
        new ReviewCommand.FollowFinding(2, FindingStatus.Remedied, Text(Secret), true, Setup),
        new ReviewCommand.RecordFollowUp(Decided, new("visit"), Text(Secret), Setup),
        new ReviewCommand.OpenSuccessor(ReviewScenario.IdOf(9), Text(Secret), Setup),
        new ReviewCommand.Pause(Text(Secret), Setup), new ReviewCommand.Resume(),
        new ReviewCommand.Reopen(Text(Secret), Setup),
        new ReviewCommand.Start(Text(Secret), PromptDays: 4), new ReviewCommand.Prompt(ReviewAwaiting.Comments(1)),
        new ReviewCommand.Remind(ReviewAwaiting.Start), new ReviewCommand.Remind(ReviewAwaiting.Comments(1)),
    ];

    [Property]
    public bool No_event_holds_the_words_of_a_text(byte[] choices) => Walk(choices).Events.All(happened =>
        !JsonSerializer.Serialize(happened, happened.GetType()).Replace($"hash:{Secret}", "", StringComparison.Ordinal)
            .Contains(Secret, StringComparison.Ordinal));

    [Property]
    public bool Findings_are_numbered_without_gaps_and_causes_never_go_in_a_circle(byte[] choices)
    {
        if (Walk(choices).State.Review is not { } review)
            return true;
        return review.Findings.Select(finding => finding.Number)
            .SequenceEqual(Enumerable.Range(1, review.Findings.Count))
            && review.Findings.All(finding => Follow(review, finding) <= review.Findings.Count);
    }

    [Property]
    public bool What_the_table_forbids_is_refused_whatever_the_command_holds(byte[] choices, byte last)
    {
        var (state, _) = Walk(choices);
        var command = Commands[last % Commands.Length];
        return ReviewTransitions.Allows(state.Status, command.GetType())
            || ReviewDecider.Decide(state, command,
                By()) is Decision<ReviewEvent>.Refused { Reasons: [{ Code: ReviewRefusals.NotInThisState }] };
    }

    [Property]
    public bool No_last_day_lies_before_what_it_is_the_last_day_of(byte[] choices)
    {
        if (Walk(choices).State.Review is not { } review)
            return true;
        return review.Supplements.All(asked => asked.Until > Decided)
            && (review.Communication?.Until is not { } comments || comments > review.Communication.On)
            && (review.Plan is not { } plan || plan.Until > review.Report!.On);
    }

    [Property]
    public bool A_final_report_leaves_no_requirement_without_a_judgement_and_no_no_without_a_finding(byte[] choices)
    {
        var (state, _) = Walk(choices);
        return state is not
        {
            Status: ReviewStatus.Communicated or ReviewStatus.Reported or ReviewStatus.AwaitingPlan,
            Review: { } review
        }
            || (review.Unjudged.Count == 0 && review.WithoutFinding.Count == 0);
    }

    [Fact]
    public void Every_command_stands_in_the_table_and_every_state_but_the_last_has_a_way_on()
    {
        typeof(ReviewCommand).GetNestedTypes().Where(type => !type.IsAbstract)
            .ShouldBe(ReviewTransitions.Commands, ignoreOrder: true);
        foreach (var status in Enum.GetValues<ReviewStatus>().Except([ReviewStatus.Closed]))
            ReviewTransitions.Commands.ShouldContain(command => ReviewTransitions.Allows(status, command),
                $"{status} has no way on.");
    }

    [Fact]
    public void Every_state_can_be_reached()
    {
        var reached = new[]
        {
            After([]), After(Open), After(Open, new ReviewCommand.Start(Text("a"))), After(UntilJudged),
            After([.. UntilJudged, new ReviewCommand.AskReading()]), After([.. UntilJudged, Communicate]),
            After(UntilReported), After([.. UntilReported, AskPlan]),
            After([.. UntilReported, AskPlan, Promise, Approve]),
            After(Open, BrokenOff(Text("no"))),
        };
        reached.Select(state => state.Status).ShouldBe(Enum.GetValues<ReviewStatus>());
    }

    private static int Follow(Review review, Finding from)
    {
        var steps = 0;
        for (var at = from; at.CauseOf is { } next && steps <= review.Findings.Count; steps++)
            at = review.FindingOf(next)!;
        return steps;
    }

    /// <summary>Two reviewers do whatever comes; what is refused changes nothing.</summary>
    internal static (ReviewState State, IReadOnlyList<ReviewEvent> Events) Walk(byte[] choices)
    {
        var (state, events) = (ReviewState.Initial, new List<ReviewEvent>());
        foreach (var (command, choice) in Enumerable.Concat(UntilJudged.Take(3 + (choices.Length % 4)),
            choices.Select(at => Commands[at % Commands.Length]))
            .Select((command, index) => (command, index)))
        {
            if (ReviewDecider.Decide(state, command,
                By(choice % 7 == 6 ? Other : Lead)) is not Decision<ReviewEvent>.Accepted accepted)
                continue;
            events.AddRange(accepted.Events);
            state = accepted.Events.Aggregate(state, ReviewDecider.Evolve);
        }

        return (state, events);
    }
}
