namespace Oversight.Reviews;

/// <summary>komplettering: what the provider was asked for, and what came (R91, R115).</summary>
public sealed record Supplement(int Number, DateOnly Until, TextReference Asked)
{
    public DateOnly? ReceivedOn { get; init; }

    public TextReference? Answer { get; init; }

    /// <summary>The answer that it came as, through a svarslänk; null when the reviewers recorded it.</summary>
    public Id? AnswerId { get; init; }

    public bool IsLate => ReceivedOn > Until;
}

/// <summary>A reminder to the provider of what it was asked for.</summary>
/// <param name="What">Of <see cref="ReviewAwaiting"/>.</param>
public sealed record ProviderPrompt(string What, DateOnly On);

/// <summary>kommunicering of a draft (R29).</summary>
/// <param name="Number">From 1; a draft that was taken back and sent again is another.</param>
/// <param name="Until">
/// The last day for comments; null: the reviewers did without, and <paramref name="Why"/> says why.
/// </param>
public sealed record Communication(int Number, DateOnly On, DateOnly? Until, TextReference? Why)
{
    public IReadOnlyList<ProviderComment> Comments { get; init; } = [];
}

/// <summary>A draft with a second reader.</summary>
/// <param name="AskedBy">Entra object id of whoever asked: not the one who reads.</param>
public sealed record DraftReading(int Number, string AskedBy)
{
    /// <summary>The last day to read it; null: none is set. Late, it goes to nobody else.</summary>
    public DateOnly? Until { get; init; }

    public Reviewer? Reader { get; init; }

    /// <summary>Read, with remarks or without: it can go on.</summary>
    public DateOnly? ReadOn { get; init; }

    /// <summary>To be worked on, and read again.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>The remarks, or why it was returned.</summary>
    public TextReference? Words { get; init; }
}

/// <summary>The provider's words, and the reviewers' answer beside them.</summary>
/// <param name="Answer">null: the reviewers have not answered it yet.</param>
public sealed record ProviderComment(DateOnly ReceivedOn, bool IsLate, TextReference Text, TextReference? Answer)
{
    /// <summary>The answer that it came as, through a svarslänk; null when the reviewers recorded it.</summary>
    public Id? AnswerId { get; init; }
}

/// <summary>A final report; a correction is the next version, with its reason.</summary>
/// <param name="Correction">Why it is, or is to be, another version.</param>
public sealed record Report(int Version, DateOnly On, TextReference Summary, TextReference? Correction)
{
    /// <summary>What is corrected; null where only the reason was asked for.</summary>
    public TextReference? Corrected { get; init; }

    /// <summary>The day of the version before.</summary>
    public DateOnly? ReplacesOf { get; init; }
}

/// <summary>A measure that the provider has promised about a finding (R94).</summary>
public sealed record Measure(int Finding, int Number, DateOnly Due, TextReference What, TextReference Responsible);

/// <summary>åtgärdsplan (R92-R94).</summary>
/// <param name="Round">From 1 in the review; each return, and each corrected report, asks for it once more.</param>
/// <param name="Until">The last day for the provider to hand it in.</param>
public sealed record ActionPlan(int Round, DateOnly Until)
{
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Through a svarslänk; null while the reviewers record what comes.</summary>
    public DateOnly? HandedInOn { get; init; }

    /// <summary>The answer that it came as.</summary>
    public Id? AnswerId { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    /// <summary>What the reviewers think of it.</summary>
    public TextReference? Assessment { get; init; }
}

/// <summary>What those are told whose concerns a review was made because of, when it ends.</summary>
/// <param name="Decided">What was decided.</param>
/// <param name="Became">What became of it.</param>
public sealed record ReporterAnswer(TextReference Decided, TextReference Became);

/// <summary>How a review ended.</summary>
public enum ReviewEnding
{
    /// <summary>genomförd: nothing remains to be done.</summary>
    [StoredName("completed")]
    Completed,

    /// <summary>avbruten, with a reason: no report comes of it.</summary>
    [StoredName("cancelled")]
    Cancelled,

    /// <summary>struken: no longer in the årsplan.</summary>
    [StoredName("dropped")]
    Dropped,
}
