using Oversight.Functions.Concerns.Operations;

namespace Oversight.Functions.Concerns;

/// <summary>What is at hand while a concern is assessed.</summary>
/// <param name="OfUnit">The other concerns about the unit in the last year, newest first.</param>
public sealed record AssessmentWork(IReadOnlyList<ConcernRow> OfUnit, bool IsUnknownProvider)
{
    public required IReadOnlyList<StandardPhrase> Phrases { get; init; }

    public required IReadOnlyList<(CodeId Category, CodeId Area)> Areas { get; init; }

    /// <summary>Whether something is filled in by the consequence.</summary>
    public required bool HasStart { get; init; }

    /// <summary>The reference of what was just assessed.</summary>
    public required string? Saved { get; init; }

    /// <summary>Those of the unit that wait too, with the same service and consequence.</summary>
    public required IReadOnlyList<Id> Alike { get; init; }

    /// <summary>How many of the selection wait for an assessment, this one counted.</summary>
    public required int Waiting { get; init; }
}
