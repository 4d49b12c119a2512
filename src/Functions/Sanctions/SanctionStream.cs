using System.Globalization;
using Oversight.Functions.Attachments;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Matters;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Waiting;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions;

/// <summary>The stream of a sanction: stored names of its events and the rows that lists read.</summary>
public static class SanctionStream
{
    private const string Name = "sanction";

    public static StreamKind<SanctionState, SanctionCommand, SanctionEvent> Kind { get; } = new()
    {
        Name = Name,
        Initial = SanctionState.Initial,
        Decide = SanctionDecider.Decide,
        Evolve = SanctionDecider.Evolve,
        Events = new EventTypes<SanctionEvent>()
            .Add<SanctionEvent.Proposed>("sanction.proposed.v1")
            .Add<SanctionEvent.Reminded>("sanction.reminded.v1")
            .Add<SanctionEvent.PaperWritten>("sanction.paper-written.v1")
            .Add<SanctionEvent.Heard>("sanction.heard.v2")
            .Add<SanctionEvent.Answered>("sanction.answered.v1")
            .Add<SanctionEvent.AnswerTaken>("sanction.answer-taken.v1")
            .Add<SanctionEvent.Prompted>("sanction.prompted.v1")
            .Add<SanctionEvent.LinkRenewed>("sanction.link-renewed.v1")
            .Add<SanctionEvent.Submitted>("sanction.submitted.v1")
            .Add<SanctionEvent.Withdrawn>("sanction.withdrawn.v1")
            .Add<SanctionEvent.TakenAtOnce>("sanction.taken-at-once.v1")
            .Add<SanctionEvent.Decided>("sanction.decided.v2")
            .Add<SanctionEvent.MinutesApproved>("sanction.minutes-approved.v1")
            .Add<SanctionEvent.MinutesAttached>("sanction.minutes-attached.v1")
            .Add<SanctionEvent.Notified>("sanction.notified.v1")
            .Add<SanctionEvent.ReceiptRecorded>("sanction.receipt-recorded.v1")
            .Add<SanctionEvent.ReceiptConfirmed>("sanction.receipt-confirmed.v1")
            .Add<SanctionEvent.Reconsidered>("sanction.reconsidered.v1")
            .Add<SanctionEvent.ChargeSent>("sanction.charge-sent.v1")
            .Add<SanctionEvent.ChargeSettled>("sanction.charge-settled.v1")
            .Add<SanctionEvent.MoveRecorded>("sanction.move-recorded.v1")
            .Add<SanctionEvent.CourtNoted>("sanction.court-noted.v1")
            .Add<SanctionEvent.Concluded>("sanction.concluded.v1")
            // Before an omedelbar åtgärd had a last day, and before the provider was reminded of a hearing.
            .Upcast("sanction.decided.v1", StoredJson.Read<SanctionEvent.Decided>)
            .Upcast("sanction.heard.v1", StoredJson.Read<SanctionEvent.Heard>),
        ProjectionVersion = 2,
        Rows = [typeof(SanctionRow), typeof(StopRow), .. WaitingRows.Types],
        Project = Project,
        Containers = [AttachmentFiles.Container],
        Effects =
        [
            WakeEffect.Of<SanctionEvent>(Name, SanctionAwaiting.IsChangedBy),
            Effect.OfState<SanctionEvent>(SanctionEnds.Name, SanctionEnds.Follows),
            Effect.OfState<SanctionEvent>(
                SanctionFinalDates.Name, happened => happened is SanctionEvent.Decided),
            Effect.OfEvent<SanctionEvent>(SanctionDocuments.EffectName, SanctionDocuments.IsMadeAfter),
            Effect.OfState<SanctionEvent>(SanctionLinkEffects.Asks, SanctionLinkEffects.Follows),
            Effect.OfEvent<SanctionEvent>(
                SanctionLinkEffects.Renews, happened => happened is SanctionEvent.LinkRenewed),
            Effect.OfEvent<SanctionEvent>(SanctionLinkEffects.Prompts, happened => happened is SanctionEvent.Prompted),
        ],
    };

    public static string StreamId(Id id) => $"{Kind.Name}-{id}";

    private static IEnumerable<ViewRow> Project(StreamHead head, SanctionState state)
    {
        if (state.Sanction is not { } sanction)
            yield break;
        var awaited = SanctionAwaiting.Of(state);
        yield return new ViewRow(
            SanctionPartitions.OfBoard(sanction.Unit.Board), head.Id.Value, SanctionRow.Of(head, state, awaited));
        if (sanction.StopsNewCustomers)
            yield return new ViewRow(StopRow.Partition, head.Id.Value, new StopRow(
                sanction.Unit.UnitId, sanction.InForceSince!.Value, sanction.Terms.Text, sanction.Until));
        foreach (var waiting in WaitingRows.Of(head, awaited))
            yield return waiting;
    }
}

/// <summary>The effects by which the provider is asked, reminded and given another svarslänk.</summary>
public static class SanctionLinkEffects
{
    public const string Asks = "sanction.answers";
    public const string Renews = "sanction.link";
    public const string Prompts = "sanction.prompt";

    /// <summary>Whether it may change what the provider is asked for.</summary>
    public static bool Follows(SanctionEvent happened) => happened
        is SanctionEvent.Heard { Hearing.Until: not null } or SanctionEvent.Answered or SanctionEvent.AnswerTaken
        or SanctionEvent.Submitted or SanctionEvent.Withdrawn or SanctionEvent.Notified
        or SanctionEvent.ReceiptRecorded or SanctionEvent.ReceiptConfirmed or SanctionEvent.CourtNoted;
}

/// <summary>The lists that sanctions stand in.</summary>
public static class SanctionPartitions
{
    /// <summary>First letter of a sanction's reference.</summary>
    public const char ReferenceKind = 'S';

    public static string OfBoard(BoardId board) => $"sanctions|{board}";
}

/// <summary>What sanctions are found by.</summary>
public static class SanctionIds
{
    public static Id Of(Id review, int number) =>
        Id.Derive("sanction-of-review", string.Create(CultureInfo.InvariantCulture, $"{review}/{number}"));

    public static Id Next(OpenReview open) =>
        Of(open.Head.Id, open.Review.Matters.Count(matter => matter.Kind == MatterKind.Sanction) + 1);
}

/// <summary>A sanction in the list of its board.</summary>
public sealed record SanctionRow
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required Id ReviewId { get; init; }

    public required ReviewedUnit Unit { get; init; }

    public required CodeId Step { get; init; }

    /// <summary>"Varning"</summary>
    public required string Text { get; init; }

    public required SanctionEffect Effect { get; init; }

    public required SanctionStatus Status { get; init; }

    public required QuestionKind Question { get; init; }

    /// <summary>Of the papers that are before the decider, or were last.</summary>
    public required int Version { get; init; }

    /// <summary>Null: the board itself decides.</summary>
    public required Role? DecidedBy { get; init; }

    public required string? DelegationPoint { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>Every meeting that has had papers about it, and those that are to.</summary>
    public required IReadOnlyList<DateOnly> Meetings { get; init; }

    /// <summary>The meeting that is to decide; null when none is.</summary>
    public required DateOnly? Meeting { get; init; }

    public required IReadOnlyList<DecidedRow> Decisions { get; init; }

    public required DateOnly? InForceSince { get; init; }

    public required DateOnly? FinalDate { get; init; }

    /// <summary>The last day of an omedelbar åtgärd.</summary>
    public required DateOnly? Until { get; init; }

    public required bool IsStayed { get; init; }

    public required SanctionEnding? Ending { get; init; }

    public required DateOnly? EndedOn { get; init; }

    /// <summary>Whether an amount waits to be sent or settled.</summary>
    public required bool HasOpenCharge { get; init; }

    public required bool HasBeenSubmitted { get; init; }

    /// <summary>kundflytt, while the sanction has not ended.</summary>
    public required CustomerMove? Move { get; init; }

    public required IReadOnlyList<SanctionWait> Waits { get; init; }

    public static SanctionRow Of(StreamHead head, SanctionState state, Oversight.Waiting.Awaited awaited)
    {
        var sanction = state.Sanction!;
        return new SanctionRow
        {
            Id = head.Id,
            Reference = head.Id.Reference(SanctionPartitions.ReferenceKind),
            ReviewId = sanction.ReviewId,
            Unit = sanction.Unit,
            Step = sanction.Terms.Step,
            Text = sanction.Terms.Text,
            Effect = sanction.Terms.Effect,
            Status = state.Status,
            Question = sanction.Question.Kind,
            Version = sanction.Question.Version,
            DecidedBy = sanction.Terms.DecidedBy,
            DelegationPoint = sanction.Terms.DelegationPoint,
            ProposedBy = sanction.ProposedBy,
            Meetings = [.. sanction.Questions.SelectMany(MeetingsOf).Distinct().Order()],
            Meeting = state.Status == SanctionStatus.Submitted ? sanction.Question.Meeting : null,
            Decisions = [.. sanction.Questions.SelectMany(DecisionsOf)],
            InForceSince = sanction.InForceSince,
            FinalDate = sanction.FinalDate,
            Until = sanction.Until,
            IsStayed = sanction.IsStayed,
            Ending = sanction.Ending,
            EndedOn = sanction.EndedOn,
            HasOpenCharge = sanction is { IsInForce: true, Charge.SettledOn: null },
            HasBeenSubmitted = sanction.HasBeenSubmitted,
            Move = sanction.Ending is null ? sanction.Move : null,
            Waits = [.. awaited.Answers.Select(answer => new SanctionWait(
                answer.What, answer.From.Role, answer.Until, sanction.Reminded.Contains(answer.What)))],
        };
    }

    private static IEnumerable<DateOnly> MeetingsOf(SanctionQuestion question) =>
        question.Postponed.Select(decision => decision.On)
            .Concat(question.Meeting is { } meeting ? [meeting] : []);

    private static IEnumerable<DecidedRow> DecisionsOf(SanctionQuestion question) =>
        (question.Decision is { } decision ? question.Postponed.Append(decision) : question.Postponed).Select(
            made => new DecidedRow(
                question.Number, question.Kind, made.Route, made.Outcome, made.On, made.Paragraph, made.ApprovedOn,
                made.Until));
}

/// <summary>A decision in the lists of its board.</summary>
/// <param name="Until">The last day of an omedelbar åtgärd.</param>
public sealed record DecidedRow(
    int Question, QuestionKind Kind, DecisionRoute Route, DecisionOutcome Outcome, DateOnly On, string? Paragraph,
    DateOnly? ApprovedOn, DateOnly? Until);

/// <summary>What a sanction waits for, and from whom; <paramref name="IsDue"/>: the day has passed.</summary>
public sealed record SanctionWait(string What, Role From, DateOnly? Until, bool IsDue);
