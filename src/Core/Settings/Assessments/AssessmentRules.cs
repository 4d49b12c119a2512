namespace Oversight.Settings;

/// <summary>
/// What the assessment of an ordinary concern starts from, so that it need only be read through. A proposal: the
/// assessor changes whatever does not fit, and what is grave has no proposal at all.
/// </summary>
public sealed record AssessmentRules(
    DateOnly ValidFrom, IReadOnlyList<ConsequenceStart> Consequences, IReadOnlyList<CategoryStart> Categories)
{
    /// <summary>The outcomes that may be proposed: the rest somebody has to think of.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = ["noFurtherAction", "nextDialogue", "askProvider"];

    /// <summary>The highest severity that may be proposed.</summary>
    public const int HighestSeverity = 2;

    /// <summary>What several concerns that are alike may be given at once; null: each is assessed alone.</summary>
    public TogetherRules? Together { get; init; }

    /// <summary>What a concern of that consequence starts from; null: nothing.</summary>
    public ConsequenceStart? Of(CodeId consequence) =>
        Consequences.FirstOrDefault(start => start.Consequence == consequence);
}

/// <summary>How several concerns that are alike may be assessed with one reason.</summary>
/// <param name="Most">At a time.</param>
/// <param name="HighestSeverity">What is graver is assessed alone.</param>
public sealed record TogetherRules(int Most, int HighestSeverity)
{
    /// <summary>Of <see cref="Most"/>: they stand in an address, and somebody reads them all first.</summary>
    public const int Ceiling = 100;

    /// <summary>Of <see cref="HighestSeverity"/>: the gravest of the four is never given to several at once.</summary>
    public const int GravestForSeveral = 3;
}

/// <summary>What follows from the consequence that the reporter chose. Null leaves it to the assessor.</summary>
/// <param name="Outcome">One of <see cref="AssessmentRules.Outcomes"/>.</param>
public sealed record ConsequenceStart(CodeId Consequence, CodeId? Kind, int? Severity, string? Outcome);

/// <summary>What follows from the category: the quality area, and sentences that reasons often begin with.</summary>
public sealed record CategoryStart(CodeId Category, CodeId? Area, IReadOnlyList<string> Phrases);
