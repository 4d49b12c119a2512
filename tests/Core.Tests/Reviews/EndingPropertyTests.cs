using FsCheck.Xunit;
using Oversight.Reviews;
using static Oversight.Core.Tests.Reviews.ReviewScenario;

namespace Oversight.Core.Tests.Reviews;

/// <summary>What holds whatever is done from the judgements to the end, in any order and on any day.</summary>
public class EndingPropertyTests
{
    private static readonly Func<DateOnly, ReviewCommand>[] Commands =
    [
        _ => Waive, _ => Establish, _ => AskPlan, _ => Promise, _ => Promise with { Finding = 2 }, _ => Approve,
        _ => new ReviewCommand.ReturnPlan(null, Text("vague"), Setup),
        _ => new ReviewCommand.Correct(Text("what"), Text("why"), Setup),
        _ => new ReviewCommand.TakeBack(Text("no"), Setup),
        _ => new ReviewCommand.AskSupplement(null, Text("papers"), Setup),
        today => new ReviewCommand.ReceiveSupplement(1, today, Text("here"), Setup),
        _ => Late with { CauseOf = 1 },
        today => SetLast with { Day = today.AddDays(40), Reason = Text("why") },
        today => SetLast with { Day = today.AddDays(2), FollowUpOn = today, Reason = Text("why") },
        today => SetLast with { Day = today.AddDays(9), FollowUpOn = today.AddDays(9), Reason = Text("why") },
        today => new ReviewCommand.MoveFinalDate(today.AddDays(5), Setup.Rules),
        today => new ReviewCommand.MoveFinalDate(today.AddDays(-3), Setup.Rules),
        _ => Follow(1, FindingStatus.Remedied), _ => Follow(1, FindingStatus.Begun),
        _ => Follow(2, FindingStatus.Remedied), _ => Follow(2, FindingStatus.Remaining),
        today => new ReviewCommand.RecordFollowUp(today, new("visit"), Text("result"), Setup),
        _ => FollowUpTests.Change(FindingStatus.Remedied), _ => FollowUpTests.Change(FindingStatus.Remaining),
        _ => FollowUpTests.Change(FindingStatus.Obsolete, 2),
        _ => new ReviewCommand.GiveAssignment(IdOf(8), Text("call"), Text(""), Decided.AddYears(1), 500, 500),
        _ => new ReviewCommand.EndMatter(IdOf(8)),
        _ => MoveTests.Open, _ => new ReviewCommand.CountMove(3, null, null),
        _ => new ReviewCommand.CountMove(0, null, null), _ => new ReviewCommand.CallOffMove(Text("stays"), Setup),
        _ => new ReviewCommand.DropPlan(Text("ceased"), Setup),
        _ => new ReviewCommand.OpenSuccessor(IdOf(9), Text("again"), Setup),
        _ => new ReviewCommand.Pause(Text("ill"), Setup), _ => new ReviewCommand.Resume(),
        _ => Ended(Text("done")), _ => BrokenOff(Text("no")), _ => new ReviewCommand.Reopen(Text("more"), Setup),
    ];

    [Property(MaxTest = 400)]
    public bool No_sequence_of_commands_closes_a_review_with_something_open(byte[] choices) =>
        Walk(choices).States.All(state =>
            state is not { Status: ReviewStatus.Closed, Review: { Ending: ReviewEnding.Completed } review }
            || (review.Findings.All(finding => !finding.IsOpen)
                && review.Matters.All(matter => !matter.IsOpen)
                && review is { IsCorrecting: false, Pause: null, Move: null or { IsOpen: false } }
                && review.Plan is null or { ApprovedOn: not null }
                && review.FinalDate is null or { IsOver: true }));

    [Property(MaxTest = 400)]
    public bool A_follow_up_is_never_on_or_after_the_final_date_and_a_check_never_on_or_before_it(byte[] choices) =>
        Walk(choices).States.All(state => state.Review is not { } review
            || ((review.FinalDate is null
                    || (review.FinalDate.FollowUpOn < review.FinalDate.Day
                        && review.FinalDate.CheckOn > review.FinalDate.Day))
                && review.FollowUps.All(made => made.Kind == FollowUpKind.FollowUp
                    ? made.On < made.FinalDate
                    : made.On > made.FinalDate)));

    [Property(MaxTest = 200)]
    public bool Every_reachable_state_has_a_way_to_closed(byte[] choices)
    {
        var (states, today) = Walk(choices);
        var state = states[^1];
        for (var step = 0; state.Status != ReviewStatus.Closed; step++)
        {
            // Each step is what the page offers next, a day later.
            today = today.AddDays(1);
            var before = state;
            foreach (var command in Next(state, today))
                state = Try(state, command, today);
            if (step > 60 || (ReferenceEquals(before, state) && state.Review!.FinalDate is null))
                return false;
        }

        return true;
    }

    [Property(MaxTest = 200)]
    public bool A_pause_moves_every_day_that_ran_by_its_length(byte[] choices, byte length)
    {
        var (states, today) = Walk(choices);
        if (states[^1] is not { Review: { Pause: null } review, Status: not ReviewStatus.Closed } state)
            return true;
        var paused = Try(state, new ReviewCommand.Pause(Text("ill"), Setup), today);
        var resumed = Try(paused, new ReviewCommand.Resume(), today.AddDays(length)).Review!;
        var days = Days(review).Zip(Days(resumed)).ToList();
        return days.All(pair =>
            pair.Second.DayNumber - pair.First.DayNumber == (pair.First >= today ? length : 0));
    }

    /// <summary>What still runs, but for what somebody else has decided.</summary>
    private static IEnumerable<DateOnly> Days(Review review) =>
    [
        .. review.Supplements.Where(asked => asked.ReceivedOn is null).Select(asked => asked.Until),
        .. review.Plan is { ApprovedOn: null, HandedInOn: null } plan ? new[] { plan.Until } : [],
        .. review.FinalDate is { IsOver: false, IsDecided: false } final
            ? final.IsFollowedUp ? [final.Day, final.CheckOn] : new[] { final.FollowUpOn, final.Day, final.CheckOn }
            : [],
    ];

    private static IEnumerable<ReviewCommand> Next(ReviewState state, DateOnly today)
    {
        var review = state.Review!;
        yield return new ReviewCommand.Resume();
        foreach (var asked in review.Supplements.Where(asked => asked.ReceivedOn is null))
            yield return new ReviewCommand.ReceiveSupplement(asked.Number, today, Text("here"), Setup);
        yield return Waive;
        yield return Establish;
        foreach (var number in review.NotFollowed)
            yield return Follow(number, FindingStatus.Remedied);
        yield return new ReviewCommand.RecordFollowUp(today, new("visit"), Text("result"), Setup);
        foreach (var finding in review.Findings.Where(finding => finding.IsOpen))
            yield return FollowUpTests.Change(FindingStatus.Remedied, finding.Number);
        foreach (var matter in review.Matters.Where(matter => matter.IsOpen))
            yield return new ReviewCommand.EndMatter(matter.Id);
        yield return new ReviewCommand.CountMove(0, null, null);
        yield return Approve;
        yield return Ended(Text("done"));
    }

    private static ReviewCommand.FollowFinding Follow(int number, FindingStatus status) =>
        new(number, status, Text("seen"), status == FindingStatus.Remedied, Setup);

    private static (IReadOnlyList<ReviewState> States, DateOnly Today) Walk(byte[] choices)
    {
        var (states, today) = (new List<ReviewState> { After(UntilJudged) }, Decided);
        foreach (var choice in choices.Prepend((byte)1).Prepend((byte)0))
        {
            // Some choices let days pass, so that final dates come and go.
            if (choice % 5 == 4)
                today = today.AddDays(choice % 23);
            states.Add(Try(states[^1], Commands[choice % Commands.Length](today), today));
        }

        return (states, today);
    }

    private static ReviewState Try(ReviewState state, ReviewCommand command, DateOnly today) =>
        ReviewDecider.Decide(state, command, By(on: today)) is Decision<ReviewEvent>.Accepted accepted
            ? accepted.Events.Aggregate(state, ReviewDecider.Evolve)
            : state;
}
