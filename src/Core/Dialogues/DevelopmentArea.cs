namespace Oversight.Dialogues;

/// <summary>Whether a development area is worked on.</summary>
public enum AreaStatus
{
    [StoredName("open")]
    Open,

    /// <summary>uppnått</summary>
    [StoredName("reached")]
    Reached,

    /// <summary>avfört: it is not worked on any more, for a reason.</summary>
    [StoredName("dropped")]
    Dropped,
}

/// <summary>What a follow-up of a development area comes to.</summary>
public enum AreaOutcome
{
    /// <summary>It goes on, with a new last day.</summary>
    [StoredName("carriedOn")]
    CarriedOn,

    [StoredName("reached")]
    Reached,

    [StoredName("dropped")]
    Dropped,
}

/// <summary>
/// utvecklingsområde: what the participants have agreed to develop, who answers for it, and until when (R44).
/// </summary>
public sealed record DevelopmentArea
{
    public required int Number { get; init; }

    public required TextReference What { get; init; }

    /// <summary>Who answers for it, in words.</summary>
    public required TextReference Owner { get; init; }

    /// <summary>The last day, as it stands now.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The participant with whom it was agreed alone; null: it is everybody's.</summary>
    public required DialogueParticipant? With { get; init; }

    /// <summary>Agreed first, then what each follow-up came to.</summary>
    public required IReadOnlyList<AreaStep> Steps { get; init; }

    public AreaStatus Status { get; init; }
}

/// <summary>One step in the life of a development area.</summary>
/// <param name="Occasion">The meeting where it was taken; null: between two meetings.</param>
/// <param name="Outcome">Null: agreed.</param>
/// <param name="Until">The last day from then on.</param>
/// <param name="Words">What was said about it; null where nothing was.</param>
public sealed record AreaStep(DateOnly On, int? Occasion, AreaOutcome? Outcome, DateOnly Until, TextReference? Words);
