namespace Oversight.Risk;

/// <summary>
/// What the risk analysis needs to know about one unit, as the register tells it. Ownership and agreement form are
/// deliberately absent: private and municipal units are judged alike (R18-R20).
/// </summary>
public sealed record UnitFact
{
    public required Id UnitId { get; init; }

    public required Id ProviderId { get; init; }

    public required Id AgreementId { get; init; }

    public required BoardId Board { get; init; }

    public required string Name { get; init; }

    public required string ProviderName { get; init; }

    public required CodeId AgreementArea { get; init; }

    public required IReadOnlyList<CodeId> Services { get; init; }

    /// <summary>Number of customers, null when unknown.</summary>
    public required int? Customers { get; init; }

    /// <summary>How many of them are children, null when unknown.</summary>
    public required int? Children { get; init; }

    /// <summary>A change of the person responsible for daily management that was not notified in time.</summary>
    public required bool ManagerChangeNotNotified { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }
}

public static class UnitFactDays
{
    extension(UnitFact unit)
    {
        public bool IsValidOn(DateOnly day) =>
            unit.ValidFrom <= day && (unit.ValidTo is not { } last || day <= last);
    }
}

/// <summary>What the risk analysis needs to know about one concern.</summary>
public sealed record ConcernFact
{
    public required Id ConcernId { get; init; }

    public required string Reference { get; init; }

    public required Id UnitId { get; init; }

    public required BoardId Board { get; init; }

    public required DateOnly Occurred { get; init; }

    public required DateOnly Received { get; init; }

    /// <summary>A pseudonym: it tells reporters apart and nothing else.</summary>
    public required string ReporterKey { get; init; }

    /// <summary>How far the concern may weigh at all.</summary>
    public required ConcernWeighting Weighting { get; init; }

    /// <summary>1-4 after assessment, null before.</summary>
    public required int? Severity { get; init; }

    /// <summary>Quality area after assessment, null before.</summary>
    public required CodeId? Area { get; init; }

    public required CodeId? Category { get; init; }

    public required CodeId Consequence { get; init; }

    /// <summary>The event that made it so: stream id and version.</summary>
    public required string Source { get; init; }
}

/// <summary>An unfounded or withdrawn concern weighs nothing, an unassessed one less than an assessed one.</summary>
public enum ConcernWeighting
{
    [StoredName("nothing")]
    Nothing,
    [StoredName("unassessed")]
    Unassessed,
    [StoredName("assessed")]
    Assessed,
}
