namespace Oversight.Dialogues;

/// <summary>What has become of an occasion.</summary>
public enum OccasionStatus
{
    [StoredName("planned")]
    Planned,

    /// <summary>genomförd</summary>
    [StoredName("held")]
    Held,

    /// <summary>inställd</summary>
    [StoredName("cancelled")]
    Cancelled,
}

/// <summary>dialogtillfälle: one meeting of a series.</summary>
public sealed record DialogueOccasion
{
    /// <summary>1 for the first of the series.</summary>
    public required int Number { get; init; }

    public required OccasionStatus Status { get; init; }

    public required OccasionTime Time { get; init; }

    /// <summary>enskilt möte: the one participant it is with; null: it is for all.</summary>
    public required DialogueParticipant? With { get; init; }

    /// <summary>How often it has been moved or cancelled: the version of it in a calendar.</summary>
    public int Changes { get; init; }

    /// <summary>Those who have been sent an invitation.</summary>
    public IReadOnlyList<DialogueParticipant> Invited { get; init; } = [];

    public IReadOnlyList<AgendaPoint> Points { get; init; } = [];

    public IReadOnlyList<DialogueNote> Notes { get; init; } = [];

    /// <summary>närvarande; none until it is held.</summary>
    public IReadOnlyList<DialogueParticipant> Attended { get; init; } = [];

    /// <summary>Who were there besides, in words.</summary>
    public TextReference? Others { get; init; }

    /// <summary>Concerns that were taken up.</summary>
    public IReadOnlyList<TakenUpConcern> TakenUp { get; init; } = [];

    /// <summary>When the minutes were established: nothing of it changes after that.</summary>
    public DateOnly? MinutesOn { get; init; }

    /// <summary>What is said first in the minutes.</summary>
    public TextReference? Summary { get; init; }
}

/// <summary>When and where. The hours are those of a clock on a wall in Stockholm.</summary>
/// <param name="Place">Where, or the address of a video meeting.</param>
public sealed record OccasionTime(DateOnly On, TimeOnly From, TimeOnly Until, TextReference Place);

/// <summary>A point of the agenda that somebody has put there.</summary>
public sealed record AgendaPoint(int Number, TextReference What);

/// <param name="Point">The point it belongs to; null: to the meeting.</param>
public sealed record DialogueNote(DateOnly On, int? Point, TextReference Words);

/// <summary>A concern that was taken up with the unit that it is about.</summary>
/// <param name="Became">What came of it, as its reporter is told.</param>
public sealed record TakenUpConcern(Id Concern, DialogueParticipant About, TextReference Became);
