using Oversight.Waiting;

namespace Oversight.Functions.Waiting;

// What histories hold: inputs, results and carried state, each with a kept sample. Fields are added, never renamed or
// removed.

/// <summary>What goes from one turn to the next.</summary>
/// <param name="Turn">How many turns there have been.</param>
/// <param name="Carried">The wake-up that came while the last turn was busy; null: none did.</param>
public sealed record LoopState(int Turn = 0, string? Carried = null);

/// <summary>What a turn has to go by.</summary>
/// <param name="Ended">Nothing is awaited any more.</param>
public sealed record Asked(int Version, DateOnly Day, IReadOnlyList<DueStep> Due, bool Ended);

public sealed record ActInput(string StreamId, DueStep Step);

/// <summary>A turn has looked at this version on this day.</summary>
public sealed record Seen(
    string StreamId, int Version, DateOnly Day, string Loop, int Turn, bool Ended, string? Carried = null);
