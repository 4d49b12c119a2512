using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Decisions;
using Oversight.Functions.Attachments;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Waiting;
using Oversight.Risk;

namespace Oversight.Functions.Concerns;

/// <summary>The concern stream: stored names of its events and the rows that lists read.</summary>
public static class ConcernStream
{
    private const string Name = "concern";

    public static StreamKind<ConcernState, ConcernCommand, ConcernEvent> Kind { get; } = new()
    {
        Name = Name,
        Initial = ConcernState.Initial,
        Decide = ConcernDecider.Decide,
        Evolve = ConcernDecider.Evolve,
        Events = new EventTypes<ConcernEvent>()
            .Add<ConcernEvent.Reported>("concern.reported.v1")
            .Add<ConcernEvent.Assessed>("concern.assessed.v2")
            .Add<ConcernEvent.LinkedToUnit>("concern.linked-to-unit.v1")
            .Add<ConcernEvent.Moved>("concern.moved.v1")
            .Add<ConcernEvent.Withdrawn>("concern.withdrawn.v1")
            .Add<ConcernEvent.Corrected>("concern.corrected.v1")
            .Add<ConcernEvent.Masked>("concern.masked.v1")
            .Add<ConcernEvent.TriggeredReviewDecided>("concern.triggered-review-decided.v1")
            .Add<ConcernEvent.DecisionReminded>("concern.decision-reminded.v1")
            .Add<ConcernEvent.DecisionEscalated>("concern.decision-escalated.v1")
            .Add<ConcernEvent.ConflictOfInterestDeclared>("concern.conflict-of-interest-declared.v1")
            .Add<ConcernEvent.LinkedToConcern>("concern.linked-to-concern.v1")
            .Add<ConcernEvent.UnlinkedFromConcern>("concern.unlinked-from-concern.v1")
            .Add<ConcernEvent.Sealed>("concern.sealed.v1")
            .Add<ConcernEvent.Unsealed>("concern.unsealed.v1")
            .Add<ConcernEvent.Admitted>("concern.admitted.v1")
            .Add<ConcernEvent.Taken>("concern.taken.v1")
            .Add<ConcernEvent.HandedOver>("concern.handed-over.v1")
            .Add<ConcernEvent.PutBack>("concern.put-back.v1")
            .Add<ConcernEvent.AnsweredByReview>("concern.answered-by-review.v1")
            .Add<ConcernEvent.AnsweredByDialogue>("concern.answered-by-dialogue.v1")
            // v2 says whose decision a proposal awaits, and until when.
            .Upcast("concern.assessed.v1", StoredJson.Read<ConcernEvent.Assessed>),
        ProjectionVersion = 11,
        Rows =
        [
            typeof(ConcernRow), typeof(ConcernReferenceRow), typeof(ConcernNewsRow), typeof(OpenConcernRow),
            typeof(ConcernFact), typeof(ConflictRow),
            typeof(SealRow),
            .. WaitingRows.Types,
        ],
        Project = Project,
        Containers = [AttachmentFiles.Container],
        Effects =
        [
            WakeEffect.Of<ConcernEvent>(Name, ConcernAwaiting.IsChangedBy),
            Effect.OfEvent<ConcernEvent>(DecisionDocuments.EffectName, DecisionDocuments.Follows),
            Effect.OfEvent<ConcernEvent>(
                ConcernEffects.ReviewOpens,
                happened =>
                    happened is ConcernEvent.TriggeredReviewDecided { Approved: true } or ConcernEvent.LinkedToUnit),
            Effect.OfEvent<ConcernEvent>(
                ConcernEffects.ReviewsSealed, happened => happened is ConcernEvent.Sealed),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    private static IEnumerable<ViewRow> Project(StreamHead head, ConcernState state)
    {
        if (state is not ConcernState.OnFile { File: var file })
            yield break;
        var row = RowOf(head, state, file);
        yield return new ViewRow(
            ConcernPartitions.OfBoard(file.Board),
            ConcernPartitions.Listed + ConcernPartitions.NewestFirst(head.CreatedAt, head.Id), row);
        yield return new ViewRow(
            ConcernPartitions.OfBoard(file.Board), ConcernPartitions.Referred(row.Reference) + head.Id,
            new ConcernReferenceRow(head.Id));
        yield return new ViewRow(
            ConcernPartitions.Mine(file.RegisteredByKey),
            ConcernPartitions.Listed + ConcernPartitions.NewestFirst(head.CreatedAt, head.Id), row);
        if (file.Steps[^1] is { Kind: not (ConcernStepKind.Received or ConcernStepKind.Withdrawn) } last)
            yield return new ViewRow(
                ConcernPartitions.Mine(file.RegisteredByKey),
                $"{ConcernPartitions.News}{ConcernPartitions.Day(last.On)}|{head.Id}",
                new ConcernNewsRow(head.Id, row.Reference, last.Kind, last.On));
        var isOpen = row.Status is ConcernStatus.Received or ConcernStatus.AwaitingDecision;
        if (isOpen)
            yield return new ViewRow(ConcernPartitions.Open(file.Board),
                ConcernPartitions.OldestFirst(head.CreatedAt, head.Id), row);
        if (file.Unit is { } unit)
            yield return new ViewRow(
                RegisterPartitions.OfProvider(unit.ProviderId),
                $"{ConcernPartitions.OfProvider}{ConcernPartitions.Day(file.ReceivedOn)}|{head.Id}", row);
        if (isOpen && file.Unit is { } at)
            yield return new ViewRow(
                RegisterPartitions.OfProvider(at.ProviderId), ConcernPartitions.OpenOfProvider + head.Id,
                new OpenConcernRow(head.Id, file.Board));
        foreach (var conflict in ConflictRow.Of(head, file.InConflict))
            yield return conflict;
        if (file.Seal is { } seal)
            yield return SealRow.Of(head, file.Board, seal.Inside, Deputy(state));
        foreach (var waiting in WaitingRows.Of(head, ConcernAwaiting.Of(state)))
            yield return waiting;
        if (ConcernFacts.Of(head.Id, state) is { } fact)
        {
            yield return new ViewRow(
                ConcernPartitions.Facts(fact.Board),
                $"{ConcernPartitions.FactsByDay}{ConcernPartitions.Day(fact)}|{head.Id}", fact);
            yield return new ViewRow(
                ConcernPartitions.Facts(fact.Board),
                $"{ConcernPartitions.FactsOfUnit(fact.UnitId)}{ConcernPartitions.Day(fact)}|{head.Id}", fact);
        }
    }

    /// <summary>Who decides in the enhetschef's place, and so reads what is sealed; null: nobody.</summary>
    internal static Role? Deputy(ConcernState state) =>
        state is ConcernState.AwaitingDecision { From: not DecisionWait.Decider and var role } ? role : null;

    /// <summary>As lists would show it; null for what is not on file.</summary>
    internal static ConcernRow? RowOf(StreamHead head, ConcernState state) =>
        state.FileOrNone is { } file ? RowOf(head, state, file) : null;

    private static ConcernRow RowOf(StreamHead head, ConcernState state, ConcernFile file)
    {
        var assessment = state.AssessmentOrNone;
        var decision = (state as ConcernState.Decided)?.Decision;
        return new ConcernRow
        {
            ConcernId = head.Id,
            Reference = head.Id.Reference(ConcernFacts.ReferenceKind),
            Version = head.Version,
            Status = state.Status,
            Board = file.Board,
            UnitId = file.Unit?.UnitId,
            UnitName = file.Unit?.Name,
            ProviderId = file.Unit?.ProviderId,
            ProviderName = file.Unit?.ProviderName,
            Service = file.Service,
            ReceivedAt = head.CreatedAt,
            ReceivedOn = file.ReceivedOn,
            Occurred = file.Occurred,
            Consequence = file.Consequence,
            Text = file.Text,
            Kind = assessment?.Kind,
            Category = assessment?.Category,
            Area = assessment?.Area,
            Severity = assessment?.Severity,
            Outcome = assessment?.Outcome,
            ReviewApproved = decision?.Approved,
            ReporterKey = file.ReporterKey,
            PossibleDuplicate = file.Links.Any(link => link.Kind == ConcernLinkKind.PossibleDuplicate),
            Attachments = file.Attachments.Count,
            ReasonName = assessment?.Reason.Name,
            ReviewReasonName = decision?.Reason.Name,
            Steps = file.Steps,
            Answer = file.Answers is [.., var last] ? new ConcernRowAnswer(last.Decided.Name, last.Became.Name) : null,
            TakenUpName = file.TakenUp is [.., var taken] ? taken.Became.Name : null,
            AwaitsDialogue = state.AwaitsDialogue,
            Holder = file.Holder is { } holder
                ? new ConcernRowHolder(holder.UserId, holder.Name.Name, holder.Since)
                : null,
        };
    }
}

/// <summary>The lists that concerns stand in.</summary>
public static class ConcernPartitions
{
    /// <summary>
    /// Among what there is of a provider (<see cref="RegisterPartitions.OfProvider"/>): before the day that a concern
    /// came.
    /// </summary>
    public const string OfProvider = "concern|";

    /// <summary>The same for those that wait for an assessment or a decision.</summary>
    public const string OpenOfProvider = "open-concern|";

    /// <summary>Before the key of a concern in the list of a board or of a reporter.</summary>
    public const string Listed = "listed|";

    /// <summary>
    /// Every concern of a board: <see cref="Listed"/>, newest first, and found by <see cref="Referred"/>, in one
    /// partition because they are written as one.
    /// </summary>
    public static string OfBoard(BoardId board) => $"concerns|{board}";

    /// <summary>Before the id in the key by which a reference finds its concern.</summary>
    public static string Referred(string reference) => $"{ReferredFrom(reference)}|";

    /// <summary>The beginning of a reference, so far as it is known.</summary>
    public static string ReferredFrom(string beginning) => $"reference|{beginning}";

    /// <summary>Those that wait for an assessment or a decision, oldest first.</summary>
    public static string Open(BoardId board) => $"concerns-open|{board}";

    /// <summary>
    /// Before the key of what others have done with it, which goes by the day of that, in the list of a reporter.
    /// </summary>
    public const string News = "news|";

    /// <summary>What somebody has registered: <see cref="Listed"/>, newest first, and <see cref="News"/>.</summary>
    public static string Mine(string reporterKey) => $"concerns-mine|{reporterKey}";

    /// <summary>
    /// What the risk analysis is told of a board's concerns, twice, so that neither reading goes further back than it
    /// must: <see cref="FactsByDay"/> for the whole board and <see cref="FactsOfUnit"/> for one unit, both in order of
    /// <see cref="Day(ConcernFact)"/>.
    /// </summary>
    public static string Facts(BoardId board) => $"concern-facts|{board}";

    public const string FactsByDay = "day|";

    public static string FactsOfUnit(Id unitId) => $"unit|{unitId}|";

    /// <summary>
    /// The later of the day it happened and the day it came: before it the concern counts by neither.
    /// </summary>
    public static string Day(ConcernFact fact) => Day(fact.Occurred > fact.Received ? fact.Occurred : fact.Received);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string OldestFirst(DateTimeOffset at, Id id) => $"{at.UtcTicks:D19}|{id}";

    public static string NewestFirst(DateTimeOffset at, Id id) => $"{DateTime.MaxValue.Ticks - at.UtcTicks:D19}|{id}";
}

/// <summary>What follows in other capabilities from what happens to a concern.</summary>
public static class ConcernEffects
{
    public const string ReviewOpens = "concern.review-opens";

    public const string ReviewsSealed = "concern.reviews-sealed";
}
