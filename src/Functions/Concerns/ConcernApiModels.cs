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
public sealed record ConcernSummary(
    Id Id, string Reference, int Version, ConcernStatus Status, BoardId Board, Id? UnitId, string? UnitName,
    Id? ProviderId, string? ProviderName, CodeId Service, DateTimeOffset ReceivedAt, Occurrence Occurred,
    CodeId Consequence, int? Severity, ConcernOutcome? Outcome, bool PossibleDuplicate,
    IReadOnlyList<ConcernStep> Steps)
{
    public static ConcernSummary Of(ConcernRow row) => new(
        row.ConcernId, row.Reference, row.Version, row.Status, row.Board, row.UnitId, row.UnitName, row.ProviderId,
        row.ProviderName, row.Service, row.ReceivedAt, row.Occurred, row.Consequence, row.Severity, row.Outcome,
        row.PossibleDuplicate, row.Steps);
}

/// <summary>A whole concern, as far as the caller may see it. A text that has been erased is left out.</summary>
public sealed record ConcernDetails(
    Id Id, string Reference, int Version, ConcernStatus Status, BoardId Board, ConcernUnit? Unit,
    string? UnknownProvider, CodeId Service, string? Text, Occurrence Occurred, CodeId Consequence,
    string? CaseReference, string? RegisteredBy, string? RegisteredFor, DateTimeOffset ReceivedAt,
    AssessmentDetails? Assessment, DecisionDetails? Decision, IReadOnlyList<AttachmentDetails> Attachments,
    IReadOnlyList<ConcernLink>? Links, IReadOnlyList<ConcernStep> Steps)
{
    public static ConcernDetails Of(OpenConcern open, ConcernTexts texts)
    {
        var (file, access) = (open.File, open.Access);
        return new ConcernDetails(
            open.Id, open.Reference, open.Head.Version, open.State.Status, file.Board, file.Unit,
            texts.Find(file.UnknownProvider), file.Service, texts.Show(file.Text), file.Occurred, file.Consequence,
            access.SeesCaseReference ? texts.Find(file.CaseReference) : null,
            access.SeesReporter ? texts.Reporter : null, access.SeesReporter ? texts.Find(file.RegisteredFor) : null,
            open.Head.CreatedAt, AssessmentDetails.Of(open.State, texts), DecisionDetails.Of(open.State, texts),
            [.. file.Attachments.Select((attachment, index) => new AttachmentDetails(
                texts.FileName(attachment), attachment.Type, attachment.Length, attachment.Sha256,
                $"/synpunkter/arende/{open.Id}/bilaga/{index + 1}"))],
            access.Reads ? file.Links : null, file.Steps);
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
