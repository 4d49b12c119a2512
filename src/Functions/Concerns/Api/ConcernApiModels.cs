using System.Text.Json.Nodes;
using Oversight.Attachments;
using Oversight.Concerns;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Concerns;

/// <summary>A message on <c>concerns-inbound</c>: a concern and who reports it.</summary>
/// <param name="Concern">What the API takes.</param>
/// <param name="Reporter">
/// The member of staff whose concern it is; sees it in <em>Mina synpunkter</em> when the id is their Entra object id.
/// </param>
public sealed record ConcernMessage(MessageReporter Reporter, JsonObject Concern);

public sealed record MessageReporter(string UserId, string? Name = null);

/// <summary>The answer to a concern that was taken in.</summary>
public sealed record ConcernReceipt(
    Id Id, string Reference, ConcernStatus Status, BoardId Board, bool PossibleDuplicate, DateTimeOffset ReceivedAt)
{
    public static ConcernReceipt Of(StreamHead head, ConcernState state) => new(
        head.Id, head.Id.Reference(ConcernFacts.ReferenceKind), state.Status, state.FileOrNone!.Board,
        state.FileOrNone.Links.Any(link => link.Kind == ConcernLinkKind.PossibleDuplicate), head.CreatedAt);
}

/// <summary>A concern in a list: no text, and nobody's name.</summary>
public sealed record ConcernSummary
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required int Version { get; init; }

    public required ConcernStatus Status { get; init; }

    public required BoardId Board { get; init; }

    public required Id? UnitId { get; init; }

    public required string? UnitName { get; init; }

    public required Id? ProviderId { get; init; }

    public required string? ProviderName { get; init; }

    public required CodeId Service { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required Occurrence Occurred { get; init; }

    public required CodeId Consequence { get; init; }

    public required int? Severity { get; init; }

    public required ConcernOutcome? Outcome { get; init; }

    public required bool PossibleDuplicate { get; init; }

    public required IReadOnlyList<ConcernStep> Steps { get; init; }

    public static ConcernSummary Of(ConcernRow row) => new()
    {
        Id = row.ConcernId,
        Reference = row.Reference,
        Version = row.Version,
        Status = row.Status,
        Board = row.Board,
        UnitId = row.UnitId,
        UnitName = row.UnitName,
        ProviderId = row.ProviderId,
        ProviderName = row.ProviderName,
        Service = row.Service,
        ReceivedAt = row.ReceivedAt,
        Occurred = row.Occurred,
        Consequence = row.Consequence,
        Severity = row.Severity,
        Outcome = row.Outcome,
        PossibleDuplicate = row.PossibleDuplicate,
        Steps = row.Steps,
    };
}

/// <summary>A whole concern, as far as the caller may see it. A text that has been erased is left out.</summary>
public sealed record ConcernDetails
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required int Version { get; init; }

    public required ConcernStatus Status { get; init; }

    public required BoardId Board { get; init; }

    public required ConcernUnit? Unit { get; init; }

    public required string? UnknownProvider { get; init; }

    public required CodeId Service { get; init; }

    public required string? Text { get; init; }

    public required Occurrence Occurred { get; init; }

    public required CodeId Consequence { get; init; }

    public required string? CaseReference { get; init; }

    public required string? RegisteredBy { get; init; }

    public required string? RegisteredFor { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required AssessmentDetails? Assessment { get; init; }

    public required DecisionDetails? Decision { get; init; }

    /// <summary>How the review ended that it was a reason for; null while none has.</summary>
    public required ReviewOutcome? ReviewOutcome { get; init; }

    /// <summary>What came of it at a kvalitetsdialog; null while it has not been taken up.</summary>
    public required DialogueOutcome? DialogueOutcome { get; init; }

    public required IReadOnlyList<AttachmentDetails> Attachments { get; init; }

    public required IReadOnlyList<ConcernLink>? Links { get; init; }

    public required IReadOnlyList<ConcernStep> Steps { get; init; }

    public required HolderDetails? HeldBy { get; init; }

    public static ConcernDetails Of(OpenConcern open, ConcernTexts texts)
    {
        var (file, access) = (open.File, open.Access);
        return new ConcernDetails
        {
            Id = open.Id,
            Reference = open.Reference,
            Version = open.Head.Version,
            Status = open.State.Status,
            Board = file.Board,
            Unit = file.Unit,
            UnknownProvider = texts.Find(file.UnknownProvider),
            Service = file.Service,
            Text = texts.Show(file.Text),
            Occurred = file.Occurred,
            Consequence = file.Consequence,
            CaseReference = access.SeesCaseReference ? texts.Find(file.CaseReference) : null,
            RegisteredBy = access.SeesReporter ? texts.Reporter : null,
            RegisteredFor = access.SeesReporter ? texts.Find(file.RegisteredFor) : null,
            ReceivedAt = open.Head.CreatedAt,
            Assessment = AssessmentDetails.Of(open.State, texts),
            Decision = DecisionDetails.Of(open.State, texts),
            ReviewOutcome = file.Answers is [.., var last]
                ? new ReviewOutcome(last.On, texts.Find(last.Decided), texts.Find(last.Became))
                : null,
            DialogueOutcome = file.TakenUp is [.., var taken]
                ? new DialogueOutcome(taken.On, texts.Find(taken.Became))
                : null,
            Attachments = [.. file.Attachments.Select((attachment, index) => new AttachmentDetails(
                texts.FileName(attachment), attachment.Type, attachment.Length, attachment.Sha256,
                $"/synpunkter/arende/{open.Id}/bilaga/{index + 1}"))],
            Links = access.Reads ? file.Links : null,
            Steps = file.Steps,
            HeldBy = access.Reads && file.Holder is { } holder
                ? new HolderDetails(holder.UserId, texts.Find(holder.Name), holder.Since)
                : null,
        };
    }
}

public sealed record AssessmentDetails(
    int Number, DateOnly On, ConcernOutcome Outcome, CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity,
    string? Reason)
{
    public static AssessmentDetails? Of(ConcernState state, ConcernTexts texts) =>
        state.AssessmentOrNone is { } assessment
            ? new AssessmentDetails(
                assessment.Number, assessment.On, assessment.Outcome, assessment.Kind, assessment.Category,
                assessment.Area, assessment.Severity, texts.Find(assessment.Reason))
            : null;
}

/// <param name="DecidedBy">The person's name.</param>
/// <param name="DecidedAs">The title in which they decided.</param>
public sealed record DecisionDetails(
    bool Approved, DateOnly On, string? Reason, string? ScopeHint, string? DecidedBy, string? DecidedAs)
{
    public static DecisionDetails? Of(ConcernState state, ConcernTexts texts) =>
        state is ConcernState.Decided { Decision: var decision }
            ? new DecisionDetails(
                decision.Approved, decision.On, texts.Find(decision.Reason), texts.Find(decision.ScopeHint),
                texts.Decider(decision), texts.DeciderTitleOf(decision))
            : null;
}

public sealed record AttachmentDetails(string Name, AttachmentType Type, long Length, string Sha256, string Href);

/// <summary>Who works with a concern.</summary>
/// <param name="UserId">Entra object id.</param>
public sealed record HolderDetails(string UserId, string? Name, DateOnly Since);
