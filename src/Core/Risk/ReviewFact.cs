namespace Oversight.Risk;

/// <summary>
/// What the risk analysis and the årsplan need to know about one review of a unit. A sealed review is none of them.
/// </summary>
public sealed record ReviewFact
{
    public required Id ReviewId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    public required Id UnitId { get; init; }

    public required Id AgreementId { get; init; }

    public required ReviewStage Stage { get; init; }

    /// <summary>The year of the årsplan that it stands in; null for one that no plan asked for.</summary>
    public required int? PlanYear { get; init; }

    /// <summary>Null: nobody has taken it on.</summary>
    public required DateOnly? StartedOn { get; init; }

    /// <summary>The day of the final report; null before there is one.</summary>
    public required DateOnly? ReportedOn { get; init; }

    /// <summary>The findings of the final report.</summary>
    public required IReadOnlyList<FindingFact> Findings { get; init; }

    /// <summary>The last day for the findings to be remedied; null until it is set.</summary>
    public required DateOnly? FinalDate { get; init; }

    /// <summary>The concerns that it is made because of: whoever is kept from one is kept from it.</summary>
    public required IReadOnlyList<Id> Concerns { get; init; }

    /// <summary>The event that made it so: stream id and version.</summary>
    public required string Source { get; init; }
}

/// <param name="Requirement">The requirement that is not met; the same code in every review.</param>
/// <param name="Severity">1-4</param>
/// <param name="Remains">It has not been remedied.</param>
public sealed record FindingFact(CodeId Requirement, int Severity, bool Remains);

/// <summary>How far a review has come, as far as a plan cares.</summary>
public enum ReviewStage
{
    /// <summary>In a plan, and nobody has taken it on.</summary>
    [StoredName("toStart")]
    ToStart,

    /// <summary>Taken away before anybody took it on.</summary>
    [StoredName("dropped")]
    Dropped,

    /// <summary>There is a final report, closed or not.</summary>
    [StoredName("reported")]
    Reported,

    /// <summary>Closed without a report.</summary>
    [StoredName("ended")]
    Ended,

    /// <summary>Taken on, no final report yet.</summary>
    [StoredName("underway")]
    Underway,
}
