using Oversight.Concerns;

namespace Oversight.Functions.Concerns;

/// <summary>
/// A concern as lists show it. No free text and nobody's name: those are read from the private texts by the page that
/// shows them.
/// </summary>
public sealed record ConcernRow(
    Id ConcernId, string Reference, int Version, ConcernStatus Status, BoardId Board, Id? UnitId, string? UnitName,
    Id? ProviderId, string? ProviderName, CodeId Service, DateTimeOffset ReceivedAt, DateOnly ReceivedOn,
    Occurrence Occurred, CodeId Consequence, CodeId? Kind, CodeId? Category, CodeId? Area, int? Severity,
    ConcernOutcome? Outcome, bool? ReviewApproved, string ReporterKey, bool PossibleDuplicate, int Attachments,
    string? ReasonName, string? ReviewReasonName, IReadOnlyList<ConcernStep> Steps);

/// <summary>That a concern waits for an assessment or a decision, however old it is.</summary>
public sealed record OpenConcernRow(Id ConcernId, BoardId Board);

/// <summary>What has last happened to a concern, for the person who registered it.</summary>
public sealed record ConcernNewsRow(Id ConcernId, string Reference, ConcernStepKind Kind, DateOnly On);
