using Oversight.Concerns;

namespace Oversight.Functions.Concerns;

// What a caller asks to be done with a concern. Personal numbers: field to "remove" or "other", as when it was reported.

/// <summary>To a unit, or to a board with a provider told in words.</summary>
public sealed record MoveRequest(
    string? UnitId = null, string? UnknownProvider = null, string? Board = null, string? Reason = null,
    IReadOnlyDictionary<string, string>? PersonalNumbers = null);

public sealed record UnitLinkRequest(string? UnitId = null);

/// <param name="Concern">The other concern's id, or its reference as people write it.</param>
public sealed record ConcernLinkRequest(string? Concern = null, ConcernLinkKind? Kind = null);

public sealed record WithdrawalRequest(string? Reason = null, IReadOnlyDictionary<string, string>? PersonalNumbers = null);

/// <summary>What is left out stays as it is.</summary>
/// <param name="Occurred"><c>2026-03-01</c> or <c>2026-03</c>; left out, with the precision unclear, when nobody knows.</param>
public sealed record CorrectionRequest(
    string? Text = null, string? Occurred = null, OccurrencePrecision? OccurredPrecision = null, string? Consequence = null, string? Reason = null,
    IReadOnlyDictionary<string, string>? PersonalNumbers = null);

/// <param name="Words">Hidden wherever they stand in the present text.</param>
public sealed record MaskRequest(string? Words = null, string? Reason = null, IReadOnlyDictionary<string, string>? PersonalNumbers = null);

public sealed record DecisionRequest(
    bool? Approved = null, string? Reason = null, string? ScopeHint = null, IReadOnlyDictionary<string, string>? PersonalNumbers = null);
