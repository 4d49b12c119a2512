using System.Globalization;
using Oversight.Waiting;

namespace Oversight.Reviews;

/// <summary>What a review waits for. Several answers may be awaited at once.</summary>
public static class ReviewAwaiting
{
    /// <summary>That somebody takes it on; a planned one from the first day of its quarter.</summary>
    public const string Start = "start";

    /// <summary>That somebody takes over after the ansvarig granskare.</summary>
    public const string Lead = "lead";

    public static string Supplement(int number) => Named("supplement", number);

    /// <summary>That another reviewer reads the draft.</summary>
    public static string Reading(int number) => Named("reading", number);

    /// <summary>Whether it is a colleague who is to answer: that never goes over to the enhetschef.</summary>
    public static bool IsReading(string what) => what.StartsWith("reading-", StringComparison.Ordinal);

    /// <summary>The provider's comments on a draft.</summary>
    public static string Comments(int number) => Named("comments", number);

    public static string Plan(int round) => Named("plan", round);

    /// <summary>The follow-up before the final date.</summary>
    public const string FollowUp = "followup";

    /// <summary>The check after the final date.</summary>
    public const string Check = "check";

    /// <summary>That the last customer has moved.</summary>
    public const string Move = "move";

    /// <summary>Whether the reviewers are to look at what became of the findings.</summary>
    public static bool IsFollowUp(string what) => what is FollowUp or Check;

    /// <summary>While it is paused, what is awaited has no day and nothing is done about it.</summary>
    public static Awaited Of(ReviewState state) => Awaited.Of(() => state.Review switch
    {
        null => [],
        { Pause: not null } review =>
            Answers(state.Status, review).Select(answer => answer with { Until = null, Steps = [] }),
        { } review => Answers(state.Status, review),
    });

    /// <summary>Whether somebody has changed what is awaited, so that the loop must look again.</summary>
    public static bool IsChangedBy(ReviewEvent happened) => happened
        is not (ReviewEvent.Judged or ReviewEvent.InterviewNoted or ReviewEvent.PhotosAdded or ReviewEvent.FindingAdded
            or ReviewEvent.FindingChanged or ReviewEvent.Visited or ReviewEvent.MeasureAdded
            or ReviewEvent.SourceAttached or ReviewEvent.SourceWithdrawn or ReviewEvent.MedicalReviewersNamed
            or ReviewEvent.VisitAnnounced or ReviewEvent.SummedUp or ReviewEvent.CommentAnswered
            or ReviewEvent.ConcernsAdded or ReviewEvent.CaseRegistered or ReviewEvent.LinkRenewed
            or ReviewEvent.Announcing or ReviewEvent.MatterEnded or ReviewEvent.MatterWithdrawn
            or ReviewEvent.JointAsked or ReviewEvent.TwinNoted or ReviewEvent.FindingShared
            or ReviewEvent.FindingReceived or ReviewEvent.SharedFindingTaken
            or ReviewEvent.FindingFollowed or ReviewEvent.SuccessorAsked
            or ReviewEvent.Joined or ReviewEvent.Reminded or ReviewEvent.Prompted or ReviewEvent.ScopeSet);

    private static IEnumerable<AwaitedAnswer> Answers(ReviewStatus status, Review review)
    {
        switch (status)
        {
            case ReviewStatus.ToStart:
                yield return Answer(review, Start, review.Follows?.Until, review.Origin.NotBefore);
                yield break;
            case ReviewStatus.Closed:
                yield break;
        }

        if (review.Lead is null)
            yield return Answer(review, Lead, null, null);
        if (status == ReviewStatus.Reading && review.Reading is { } reading)
            yield return Answer(review, Reading(reading.Number), reading.Until, null) with
            { NotBy = [.. review.InConflict.Union(review.Authors)] };
        foreach (var answer in OfProvider(status, review))
            yield return answer;
        if (OfReviewers(status, review) is { } followUp)
            yield return followUp;
        if (review.Move is { IsOpen: true, Progress.LastDay: { } lastDay })
            yield return Answer(review, Move, lastDay, lastDay.AddDays(1));
    }

    /// <summary>What the reviewers themselves are to do on a day.</summary>
    private static AwaitedAnswer? OfReviewers(ReviewStatus status, Review review) =>
        (status is ReviewStatus.Reported or ReviewStatus.AwaitingPlan or ReviewStatus.PlanApproved, review.FinalDate)
            switch
        {
            (true, { IsFollowedUp: false, FollowUpOn: var day }) => Answer(review, FollowUp, day, day),
            (true, { IsOver: false, CheckOn: var day }) => Answer(review, Check, day, day),
            _ => null,
        };

    /// <summary>What the provider has been asked for and has not answered.</summary>
    public static IEnumerable<AwaitedAnswer> OfProvider(ReviewStatus status, Review review)
    {
        if (status is ReviewStatus.Underway or ReviewStatus.Reading or ReviewStatus.Communicated)
        {
            foreach (var asked in review.Supplements.Where(supplement => supplement.ReceivedOn is null
                && review.IsAsked(Supplement(supplement.Number))))
                yield return Answer(review, Supplement(asked.Number), asked.Until, asked.Until.AddDays(1));
        }

        if (status == ReviewStatus.Communicated && review.Communication is { Until: { } until } draft
            && review.IsAsked(Comments(draft.Number)))
            yield return Answer(review, Comments(draft.Number), until, until.AddDays(1));
        if (status == ReviewStatus.AwaitingPlan && review.Plan is { HandedInOn: null } plan
            && review.IsAsked(Plan(plan.Round)))
            yield return Answer(review, Plan(plan.Round), plan.Until, plan.Until.AddDays(1));
    }

    /// <summary>
    /// A kvalitetsutvecklare of the board looks after it: what comes from the provider comes to them.
    /// </summary>
    private static AwaitedAnswer Answer(Review review, string what, DateOnly? until, DateOnly? remindOn)
    {
        var isReminded = review.Reminded.Contains(what);
        WaitingStep[] steps =
        [
            .. review.Prompts.Where(prompt => prompt.What == what).Select(prompt => WaitingStep.Prompt(prompt.On)),
            .. remindOn is { } day && !isReminded ? new[] { WaitingStep.Remind(day) } : [],
        ];
        return new AwaitedAnswer(
            what, new AwaitedParty(Role.QualityDeveloper, review.Unit.Board), until, isReminded ? [] : steps)
        {
            NotBy = review.InConflict,
        };
    }

    private static string Named(string what, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{number}");
}
