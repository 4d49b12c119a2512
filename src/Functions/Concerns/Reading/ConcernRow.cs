using Oversight.Concerns;
using Oversight.Texts;

namespace Oversight.Functions.Concerns;

/// <summary>
/// A concern as lists show it. No free text and nobody's name: those are read from the private texts by the page that
/// shows them.
/// </summary>
public sealed record ConcernRow
{
    public required Id ConcernId { get; init; }

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

    public required DateOnly ReceivedOn { get; init; }

    public required Occurrence Occurred { get; init; }

    public required CodeId Consequence { get; init; }

    /// <summary>Where the reporter's words are kept, and what of them is masked.</summary>
    public required MaskableText Text { get; init; }

    public required CodeId? Kind { get; init; }

    public required CodeId? Category { get; init; }

    public required CodeId? Area { get; init; }

    public required int? Severity { get; init; }

    public required ConcernOutcome? Outcome { get; init; }

    public required bool? ReviewApproved { get; init; }

    public required string ReporterKey { get; init; }

    public required bool PossibleDuplicate { get; init; }

    public required int Attachments { get; init; }

    public required string? ReasonName { get; init; }

    public required string? ReviewReasonName { get; init; }

    public required IReadOnlyList<ConcernStep> Steps { get; init; }

    /// <summary>How the review ended that it was a reason for; null while none has.</summary>
    public required ConcernRowAnswer? Answer { get; init; }

    /// <summary>Where it is kept what came of it at a kvalitetsdialog; null while it has not been taken up.</summary>
    public required string? TakenUpName { get; init; }

    /// <summary>It is to be taken up at the next kvalitetsdialog.</summary>
    public required bool AwaitsDialogue { get; init; }

    /// <summary>Who works with it; null: nobody in particular.</summary>
    public required ConcernRowHolder? Holder { get; init; }
}

/// <param name="UserId">Entra object id.</param>
/// <param name="NameName">Where the name is kept.</param>
public sealed record ConcernRowHolder(string UserId, string NameName, DateOnly Since);

/// <summary>Where the two texts are kept.</summary>
public sealed record ConcernRowAnswer(string DecidedName, string BecameName);

/// <summary>That a concern waits for an assessment or a decision, however old it is.</summary>
public sealed record OpenConcernRow(Id ConcernId, BoardId Board);

/// <summary>What has last happened to a concern, for the person who registered it.</summary>
public sealed record ConcernNewsRow(Id ConcernId, string Reference, ConcernStepKind Kind, DateOnly On);
