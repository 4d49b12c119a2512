using System.Globalization;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews.Ending;
using Oversight.Functions.Reviews.Joint;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Risk;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Waiting;
using Oversight.Reviews;
using Oversight.Risk;
using Oversight.Waiting;

namespace Oversight.Functions.Reviews;

/// <summary>The review stream: stored names of its events and the rows that lists read.</summary>
public static class ReviewStream
{
    private const string Name = "review";

    public static StreamKind<ReviewState, ReviewCommand, ReviewEvent> Kind { get; } = new()
    {
        Name = Name,
        Initial = ReviewState.Initial,
        Decide = ReviewDecider.Decide,
        Evolve = ReviewDecider.Evolve,
        Events = new EventTypes<ReviewEvent>()
            .Add<ReviewEvent.Opened>("review.opened.v1")
            .Add<ReviewEvent.Rescheduled>("review.rescheduled.v1")
            .Add<ReviewEvent.Dropped>("review.dropped.v1")
            .Add<ReviewEvent.Reminded>("review.reminded.v1")
            .Add<ReviewEvent.Started>("review.started.v2")
            .Add<ReviewEvent.Prompted>("review.prompted.v1")
            .Add<ReviewEvent.Joined>("review.joined.v1")
            .Add<ReviewEvent.TakenOver>("review.taken-over.v1")
            .Add<ReviewEvent.ConflictDeclared>("review.conflict-declared.v2")
            .Add<ReviewEvent.LinkRenewed>("review.link-renewed.v1")
            .Add<ReviewEvent.CaseRegistered>("review.case-registered.v1")
            .Add<ReviewEvent.ConcernsAdded>("review.concerns-added.v1")
            .Add<ReviewEvent.ScopeSet>("review.scope-set.v1")
            .Add<ReviewEvent.SourceAttached>("review.source-attached.v1")
            .Add<ReviewEvent.SourceWithdrawn>("review.source-withdrawn.v1")
            .Add<ReviewEvent.MedicalReviewersNamed>("review.medical-reviewers-named.v1")
            .Add<ReviewEvent.Sealed>("review.sealed.v1")
            .Add<ReviewEvent.SealedWithConcern>("review.sealed-with-concern.v1")
            .Add<ReviewEvent.Unsealed>("review.unsealed.v1")
            .Add<ReviewEvent.JointAsked>("review.joint-asked.v1")
            .Add<ReviewEvent.JointOpened>("review.joint-opened.v1")
            .Add<ReviewEvent.TwinNoted>("review.twin-noted.v1")
            .Add<ReviewEvent.FindingShared>("review.finding-shared.v1")
            .Add<ReviewEvent.FindingReceived>("review.finding-received.v1")
            .Add<ReviewEvent.SharedFindingTaken>("review.shared-finding-taken.v1")
            .Add<ReviewEvent.Visited>("review.visited.v1")
            .Add<ReviewEvent.Judged>("review.judged.v1")
            .Add<ReviewEvent.PhotosAdded>("review.photos-added.v1")
            .Add<ReviewEvent.InterviewNoted>("review.interview-noted.v1")
            .Add<ReviewEvent.FindingAdded>("review.finding-added.v1")
            .Add<ReviewEvent.FindingChanged>("review.finding-changed.v1")
            .Add<ReviewEvent.SupplementAsked>("review.supplement-asked.v2")
            .Add<ReviewEvent.SupplementReceived>("review.supplement-received.v2")
            .Add<ReviewEvent.Communicated>("review.communicated.v2")
            .Add<ReviewEvent.CommentReceived>("review.comment-received.v2")
            .Add<ReviewEvent.CommentAnswered>("review.comment-answered.v1")
            .Add<ReviewEvent.TakenBack>("review.taken-back.v1")
            .Add<ReviewEvent.Established>("review.established.v1")
            .Add<ReviewEvent.VisitAnnounced>("review.visit-announced.v1")
            .Add<ReviewEvent.ReadingAsked>("review.reading-asked.v2")
            .Add<ReviewEvent.DraftRead>("review.draft-read.v1")
            .Add<ReviewEvent.DraftReturned>("review.draft-returned.v1")
            .Add<ReviewEvent.SummedUp>("review.summed-up.v1")
            .Add<ReviewEvent.CorrectionBegun>("review.correction-begun.v2")
            .Add<ReviewEvent.PlanAsked>("review.plan-asked.v1")
            .Add<ReviewEvent.MeasureAdded>("review.measure-added.v1")
            .Add<ReviewEvent.PlanHandedIn>("review.plan-handed-in.v1")
            .Add<ReviewEvent.PlanReturned>("review.plan-returned.v1")
            .Add<ReviewEvent.PlanApproved>("review.plan-approved.v1")
            .Add<ReviewEvent.SanctionProposed>("review.sanction-proposed.v1")
            .Add<ReviewEvent.MatterEnded>("review.matter-ended.v1")
            .Add<ReviewEvent.MatterWithdrawn>("review.matter-withdrawn.v1")
            .Add<ReviewEvent.IvoQuestionRaised>("review.ivo-question-raised.v1")
            .Add<ReviewEvent.ReferralProposed>("review.referral-proposed.v1")
            .Add<ReviewEvent.AssignmentGiven>("review.assignment-given.v1")
            .Add<ReviewEvent.FinalDateSet>("review.final-date-set.v1")
            .Add<ReviewEvent.FinalDateMoved>("review.final-date-moved.v1")
            .Add<ReviewEvent.FindingFollowed>("review.finding-followed.v1")
            .Add<ReviewEvent.FollowedUp>("review.followed-up.v1")
            .Add<ReviewEvent.SuccessorAsked>("review.successor-asked.v1")
            .Add<ReviewEvent.SuccessorOpened>("review.successor-opened.v1")
            .Add<ReviewEvent.UrgentMeasureTaken>("review.urgent-measure-taken.v1")
            .Add<ReviewEvent.PlanDropped>("review.plan-dropped.v1")
            .Add<ReviewEvent.MoveOpened>("review.move-opened.v1")
            .Add<ReviewEvent.MoveCounted>("review.move-counted.v1")
            .Add<ReviewEvent.MoveCalledOff>("review.move-called-off.v1")
            .Add<ReviewEvent.Paused>("review.paused.v1")
            .Add<ReviewEvent.Resumed>("review.resumed.v1")
            .Add<ReviewEvent.Closed>("review.closed.v2")
            .Add<ReviewEvent.Reopened>("review.reopened.v1")
            // Before an enhetschef's jäv let the substitute decide.
            .Upcast("review.conflict-declared.v1", StoredJson.Read<ReviewEvent.ConflictDeclared>)
            // Before those who had reported concerns were answered.
            .Upcast("review.closed.v1", StoredJson.Read<ReviewEvent.Closed>)
            // Before the provider was reminded.
            .Upcast("review.started.v1", StoredJson.Read<ReviewEvent.Started>)
            // Before there were svarslänkar.
            .Upcast("review.supplement-asked.v1", StoredJson.Read<ReviewEvent.SupplementAsked>)
            .Upcast("review.supplement-received.v1", StoredJson.Read<ReviewEvent.SupplementReceived>)
            .Upcast("review.communicated.v1", StoredJson.Read<ReviewEvent.Communicated>)
            .Upcast("review.comment-received.v1", StoredJson.Read<ReviewEvent.CommentReceived>)
            // Before a second reader had a last day.
            .Upcast("review.reading-asked.v1", StoredJson.Read<ReviewEvent.ReadingAsked>)
            // v2 says what is corrected, beside why.
            .Upcast("review.correction-begun.v1", StoredJson.Read<ReviewEvent.CorrectionBegun>),
        Item = happened => happened is ReviewEvent.Judged { Judgement.Requirement: var row } ? Row(row) : null,
        ProjectionVersion = 10,
        Rows =
        [
            typeof(ReviewRow), typeof(ConflictRow), typeof(SealRow), typeof(TwinRow), typeof(StopRow),
            typeof(ReviewFact), typeof(FoundRow),
            .. WaitingRows.Types,
        ],
        Project = Project,
        Containers = [AttachmentFiles.Container],
        Effects =
        [
            WakeEffect.Of<ReviewEvent>(Name, ReviewAwaiting.IsChangedBy),
            Effect.OfState<ReviewEvent>(ReviewEffects.Answers, ReviewAwaiting.IsChangedBy),
            Effect.OfEvent<ReviewEvent>(ReviewEffects.Link, happened => happened is ReviewEvent.LinkRenewed),
            Effect.OfEvent<ReviewEvent>(ReviewEffects.Seals, happened => happened is ReviewEvent.ConcernsAdded),
            Effect.OfEvent<ReviewEvent>(ReviewEffects.Prompt, happened => happened is ReviewEvent.Prompted),
            // In this order: the other board's review is told of once there is one.
            Effect.OfEvent<ReviewEvent>(TwinOpening.Name, happened => happened is ReviewEvent.JointAsked),
            Effect.OfState<ReviewEvent>(TwinTelling.Name, TwinTelling.Follows),
            Effect.OfEvent<ReviewEvent>(FindingHandingOver.Name, happened => happened is ReviewEvent.FindingShared),
            Effect.OfEvent<ReviewEvent>(
                ReviewEffects.SanctionOpens,
                happened => happened is ReviewEvent.SanctionProposed or ReviewEvent.UrgentMeasureTaken),
            Effect.OfEvent<ReviewEvent>(
                ReviewEffects.AssignmentOpens, happened => happened is ReviewEvent.AssignmentGiven),
            Effect.OfEvent<ReviewEvent>(SuccessorOpening.Name, happened => happened is ReviewEvent.SuccessorAsked),
            Effect.OfEvent<ReviewEvent>(
                ReporterAnswering.Name,
                happened => happened is ReviewEvent.Closed { Answer: not null } or ReviewEvent.Dropped),
            Effect.OfEvent<ReviewEvent>(
                ReviewEffects.IvoPosition,
                happened => happened is ReviewEvent.IvoQuestionRaised or ReviewEvent.FindingAdded
                    or ReviewEvent.SharedFindingTaken or ReviewEvent.ConflictDeclared { Deputy: not null }),
            Effect.OfEvent<ReviewEvent>(
                ReviewEffects.Referral, happened => happened is ReviewEvent.ReferralProposed),
            Effect.OfEvent<ReviewEvent>(ReviewDocuments.EffectName, ReviewDocuments.IsMadeAfter),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    /// <summary>
    /// A row of the checklist as an item of the stream: two people on different rows do not refuse each other.
    /// </summary>
    public static string Row(CodeId requirement) => $"judgement-{requirement}";

    private static ReportedReview? Reported(Review review) => review.Report is { } report
        ? new ReportedReview(
            report.On, report.Version,
            [.. review.Findings.Select(finding => new ReportedFinding(finding.Severity, finding.Remains))],
            review.PlanRounds > 0, review.Plan?.ApprovedOn)
        : null;

    private static IEnumerable<ViewRow> Project(StreamHead head, ReviewState state)
    {
        if (state.Review is not { } review)
            yield break;
        var awaited = ReviewAwaiting.Of(state);
        yield return new ViewRow(ReviewPartitions.OfBoard(review.Unit.Board), head.Id.Value, new ReviewRow
        {
            Id = head.Id,
            Reference = head.Id.Reference(ReviewPartitions.ReferenceKind),
            CameAt = head.CreatedAt,
            Status = state.Status,
            Unit = review.Unit,
            Kind = review.Origin.Kind,
            NotBefore = review.Origin.NotBefore,
            Unannounced = review.Origin.Unannounced,
            PlanYear = review.Origin.PlanYear,
            OpenedOn = review.OpenedOn,
            StartedOn = review.StartedOn,
            Lead = review.Lead?.UserId,
            CoReviewers = [.. review.CoReviewers.Select(reviewer => reviewer.UserId)],
            InConflict = review.InConflict,
            Findings = review.Findings.Count,
            OpenFindings = review.Findings.Count(finding => finding.IsOpen),
            Waits = [.. awaited.Answers.Select(
                answer => new ReviewWait(
                    answer.What, answer.Until, review.Pause is null && review.Reminded.Contains(answer.What)))],
            Authors = state.Status == ReviewStatus.Reading ? review.Authors : [],
            Concerns = [.. review.Origin.Concerns.Select(concern => concern.ConcernId)],
            Reported = Reported(review),
            CaseNumber = review.CaseNumber,
            IsSealed = review.Seal is not null,
            IsPaused = review.Pause is not null,
            FinalDate = review.FinalDate?.Day,
            IsWeak = review.IsWeak,
            Move = review.Move is { CalledOffOn: null } move ? move.Progress : null,
        });
        foreach (var found in ReviewSearch.RowsOf(head, review))
            yield return found;
        // What is sealed tells nobody outside anything, and so neither a risk nor a plan.
        if (review.Seal is null)
            yield return new ViewRow(
                ReviewFactLists.Of(review.Unit.Board), head.Id.Value, ReviewFacts.Of(head, state));
        if (review.Move is { StopsNewCustomers: true } stop)
            yield return new ViewRow(
                StopRow.Partition, head.Id.Value, new StopRow(review.Unit.UnitId, stop.Since, "Kundflytt", null));
        foreach (var conflict in ConflictRow.Of(head, review.InConflict))
            yield return conflict;
        if (review.Seal is not null)
            yield return SealRow.Of(head, review.Unit.Board, review.Inside, review.Deputy);
        foreach (var twin in TwinRow.Of(head, state))
            yield return twin;
        foreach (var waiting in WaitingRows.Of(head, awaited))
            yield return waiting;
    }
}

/// <summary>The lists that reviews stand in.</summary>
public static class ReviewPartitions
{
    /// <summary>First letter of a review's reference.</summary>
    public const char ReferenceKind = 'G';

    public static string OfBoard(BoardId board) => $"reviews|{board}";
}

/// <summary>What follows a review in other parts of the house.</summary>
public static class ReviewEffects
{
    /// <summary>The provider is asked for what the review awaits of it.</summary>
    public const string Answers = "review.answers";

    /// <summary>The links that the provider has stop working, and it gets a new one.</summary>
    public const string Link = "review.link";

    /// <summary>The provider is reminded of what it has not answered.</summary>
    public const string Prompt = "review.prompt";

    /// <summary>A sanction that it has announced is brought about.</summary>
    public const string SanctionOpens = "review.sanction-opens";

    /// <summary>An uppgift that was announced is given to the handläggare.</summary>
    public const string AssignmentOpens = "review.assignment-opens";

    /// <summary>The question whether IVO is to be told gets a stream of its own, with serious findings.</summary>
    public const string IvoPosition = "review.ivo-position";

    /// <summary>An överlämnande that was proposed gets a stream of its own.</summary>
    public const string Referral = "review.referral";

    /// <summary>It is sealed when a concern that was joined to it is.</summary>
    public const string Seals = "review.seals";
}

/// <summary>What reviews are found by.</summary>
public static class ReviewIds
{
    /// <summary>The påkallad granskning that was decided because of a concern.</summary>
    public static Id OfConcern(Id concern) => Id.Derive("review-of-concern", concern.Value);

    /// <summary>The other board's, of a joint review; by the one that asked for it.</summary>
    public static Id OfTwin(Id review) => Id.Derive("review-twin", review.Value);

    /// <summary>The one that looks at what remained of a review.</summary>
    public static Id OfSuccessor(Id review) => Id.Derive("review-successor", review.Value);

    /// <summary>What a review announces when it stands at that version.</summary>
    public static Id OfMatter(Id review, int version) =>
        Id.Derive("review-matter", string.Create(CultureInfo.InvariantCulture, $"{review}/{version}"));

    /// <summary>The planned review of a unit in a board's årsplan.</summary>
    public static Id OfPlan(BoardId board, int year, Id unit) =>
        Id.Derive("review-of-plan", string.Create(CultureInfo.InvariantCulture, $"{board}/{year}/{unit}"));
}
