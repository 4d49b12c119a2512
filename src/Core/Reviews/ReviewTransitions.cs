using static Oversight.Reviews.ReviewStatus;

namespace Oversight.Reviews;

/// <summary>
/// The one table of what may be done to a review in which state. Everything that is not here is refused.
/// </summary>
public static class ReviewTransitions
{
    private static readonly ReviewStatus[] Started =
        [Scoping, Underway, Reading, Communicated, Reported, AwaitingPlan, PlanApproved];
    private static readonly ReviewStatus[] Alive = [ToStart, .. Started];
    private static readonly ReviewStatus[] Unreported = [Scoping, Underway, Reading, Communicated];
    private static readonly ReviewStatus[] WithFindings =
        [Underway, Communicated, Reported, AwaitingPlan, PlanApproved];

    private static readonly ReviewStatus[] Finished = [Reported, AwaitingPlan, PlanApproved];

    /// <summary>What may be done while the review is paused: what comes in is received, and who works on it.</summary>
    private static readonly HashSet<Type> WhilePaused =
    [
        typeof(ReviewCommand.Resume), typeof(ReviewCommand.Join), typeof(ReviewCommand.TakeOver),
        typeof(ReviewCommand.DeclareConflict), typeof(ReviewCommand.RegisterCase), typeof(ReviewCommand.Seal),
        typeof(ReviewCommand.Unseal), typeof(ReviewCommand.AddConcerns), typeof(ReviewCommand.AttachSource),
        typeof(ReviewCommand.ReceiveSupplement), typeof(ReviewCommand.ReceiveComment),
        typeof(ReviewCommand.AddMeasure), typeof(ReviewCommand.TakeSupplement), typeof(ReviewCommand.TakeComment),
        typeof(ReviewCommand.TakePlan), typeof(ReviewCommand.Cancel),
        typeof(ReviewCommand.TakeUrgentMeasure),
        typeof(ReviewCommand.OpenMove), typeof(ReviewCommand.CountMove), typeof(ReviewCommand.CallOffMove),
    ];

    private static readonly Dictionary<Type, ReviewStatus[]> Legal = new()
    {
        // An årsplan that is adopted once more asks for what it asked for before.
        [typeof(ReviewCommand.Open)] = [.. Enum.GetValues<ReviewStatus>()],
        [typeof(ReviewCommand.Drop)] = [ToStart],
        [typeof(ReviewCommand.Remind)] = Alive,
        [typeof(ReviewCommand.Prompt)] = Alive,
        [typeof(ReviewCommand.Start)] = [ToStart],
        [typeof(ReviewCommand.Join)] = Started,
        [typeof(ReviewCommand.TakeOver)] = Started,
        [typeof(ReviewCommand.DeclareConflict)] = Alive,
        [typeof(ReviewCommand.RegisterCase)] = [.. Started, Closed],
        // A suspicion may come long after the review has ended.
        [typeof(ReviewCommand.Seal)] = [.. Started, Closed],
        [typeof(ReviewCommand.SealWithConcern)] = [.. Alive, Closed],
        [typeof(ReviewCommand.Unseal)] = [.. Alive, Closed],
        [typeof(ReviewCommand.AddConcerns)] = [ToStart, Scoping, Underway],
        [typeof(ReviewCommand.JoinBoard)] = [Scoping, Underway],
        // What the other board does is told whatever has become of this one.
        [typeof(ReviewCommand.NoteTwin)] = [.. Alive, Closed],
        [typeof(ReviewCommand.ReceiveFinding)] = [.. Alive, Closed],
        [typeof(ReviewCommand.ShareFinding)] = WithFindings,
        [typeof(ReviewCommand.TakeFinding)] = [Underway],
        [typeof(ReviewCommand.SetScope)] = [Scoping, Underway],
        [typeof(ReviewCommand.AttachSource)] = Unreported,
        [typeof(ReviewCommand.WithdrawSource)] = Unreported,
        [typeof(ReviewCommand.NameMedicalReviewers)] = Unreported,
        [typeof(ReviewCommand.AnnounceVisit)] = [Underway],
        [typeof(ReviewCommand.RecordVisit)] = [Underway],
        [typeof(ReviewCommand.Judge)] = [Underway],
        [typeof(ReviewCommand.NoteInterview)] = [Underway],
        [typeof(ReviewCommand.AddPhotos)] = [Underway],
        [typeof(ReviewCommand.AddFinding)] = [Underway],
        [typeof(ReviewCommand.ChangeFinding)] = WithFindings,
        [typeof(ReviewCommand.AskSupplement)] = [Underway],
        [typeof(ReviewCommand.ReceiveSupplement)] = [Underway, Reading, Communicated],
        [typeof(ReviewCommand.RenewLink)] = [Underway, Reading, Communicated, AwaitingPlan],
        [typeof(ReviewCommand.AskReading)] = [Underway],
        [typeof(ReviewCommand.ReadDraft)] = [Reading],
        [typeof(ReviewCommand.ReturnDraft)] = [Reading],
        [typeof(ReviewCommand.Communicate)] = [Underway],
        [typeof(ReviewCommand.ReceiveComment)] = [Communicated],
        [typeof(ReviewCommand.AnswerComment)] = [Communicated],
        [typeof(ReviewCommand.TakeBack)] = [Reading, Communicated],
        [typeof(ReviewCommand.Establish)] = [Communicated],
        [typeof(ReviewCommand.Correct)] = [Reported, AwaitingPlan, PlanApproved],
        [typeof(ReviewCommand.SumUp)] = [Reported, AwaitingPlan, PlanApproved],
        [typeof(ReviewCommand.AskPlan)] = [Reported],
        [typeof(ReviewCommand.AddMeasure)] = [AwaitingPlan],
        [typeof(ReviewCommand.ReturnPlan)] = [AwaitingPlan],
        [typeof(ReviewCommand.ApprovePlan)] = [AwaitingPlan],
        [typeof(ReviewCommand.TakeSupplement)] = [Underway, Reading, Communicated],
        [typeof(ReviewCommand.TakeComment)] = [Communicated],
        [typeof(ReviewCommand.TakePlan)] = [AwaitingPlan],
        [typeof(ReviewCommand.ProposeSanction)] = [Reported, AwaitingPlan, PlanApproved],
        // The safety of customers does not wait for a review to begin.
        [typeof(ReviewCommand.TakeUrgentMeasure)] = Alive,
        // What it has brought about ends when it ends.
        [typeof(ReviewCommand.EndMatter)] = [.. Alive, Closed],
        [typeof(ReviewCommand.GiveAssignment)] = Started,
        [typeof(ReviewCommand.SetFinalDate)] = Finished,
        [typeof(ReviewCommand.MoveFinalDate)] = [.. Alive, Closed],
        [typeof(ReviewCommand.FollowFinding)] = Finished,
        [typeof(ReviewCommand.RecordFollowUp)] = Finished,
        [typeof(ReviewCommand.OpenSuccessor)] = Finished,
        [typeof(ReviewCommand.Pause)] = Started,
        [typeof(ReviewCommand.Resume)] = Started,
        [typeof(ReviewCommand.Reopen)] = [Closed],
        [typeof(ReviewCommand.WithdrawMatter)] = [.. Alive, Closed],
        [typeof(ReviewCommand.RaiseIvoQuestion)] = Started,
        [typeof(ReviewCommand.AskOfFinding)] = [.. Alive, Closed],
        // A suspicion may come long after the review has ended, or be its concern's before it begins.
        [typeof(ReviewCommand.ProposeReferral)] = [.. Alive, Closed],
        [typeof(ReviewCommand.OpenMove)] = Started,
        [typeof(ReviewCommand.CountMove)] = Started,
        // Somebody takes over after the review has ended.
        [typeof(ReviewCommand.CallOffMove)] = [.. Started, Closed],
        [typeof(ReviewCommand.DropPlan)] = [AwaitingPlan],
        [typeof(ReviewCommand.Close)] = [Reported, PlanApproved],
        [typeof(ReviewCommand.Cancel)] = [ToStart, Scoping, Underway, Reading, Communicated],
    };

    /// <summary>The kinds of command that the table knows.</summary>
    public static IEnumerable<Type> Commands => Legal.Keys;

    public static bool Allows(ReviewStatus status, Type command) => Legal[command].Contains(status);

    public static bool AllowsPaused(Type command) => WhilePaused.Contains(command);
}
