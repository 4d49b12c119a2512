namespace Oversight.Surveys;

/// <summary>What the analysis needs to know of one unit's survey.</summary>
public sealed record SurveyFact
{
    public required Id SurveyId { get; init; }

    public required SurveyedUnit Unit { get; init; }

    public required SurveyStatus Status { get; init; }

    /// <summary>Those that the unit was asked, by their codes.</summary>
    public required IReadOnlyList<CodeId> Questions { get; init; }

    public required Replies Replies { get; init; }

    /// <summary>The answer came after the last day.</summary>
    public required bool IsLate { get; init; }

    /// <summary>Questions whose replies break the terms, as they were when it was handed in.</summary>
    public required IReadOnlyList<CodeId> Deviations { get; init; }

    /// <summary>Questions whose replies something else tells against.</summary>
    public required IReadOnlyList<CodeId> Contradicted { get; init; }
}
