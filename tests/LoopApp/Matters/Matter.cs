using System.Text.Json.Serialization;

namespace Oversight.LoopApp.Matters;

/// <summary>A matter in which several parties are to answer.</summary>
public sealed record Matter(string Id, IReadOnlyList<Party> Parties, Trouble Trouble)
{
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Steps that have been carried out, as <see cref="Step.Key"/> names them.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    public bool IsClosed { get; init; }

    public static Matter? Fold(string id, Matter? matter, MatterEvent happened) => happened switch
    {
        MatterEvent.Opened opened => new(id, opened.Parties, opened.Trouble),
        MatterEvent.Answered answered => matter! with { Answered = [.. matter.Answered, answered.Party] },
        MatterEvent.Reminded reminded => matter! with { Done = [.. matter.Done, reminded.Step] },
        MatterEvent.Escalated escalated => matter! with { Done = [.. matter.Done, escalated.Step] },
        MatterEvent.Mended => matter! with { Trouble = new() },
        MatterEvent.Closed => matter! with { IsClosed = true },
        _ => matter,
    };
}

/// <param name="Until">The last Swedish legal day for the answer; null: no day is set.</param>
/// <param name="Reminders">Days on which the party is reminded.</param>
public sealed record Party(string Name, DateOnly? Until, IReadOnlyList<DateOnly> Reminders);

/// <summary>What a test wants to go wrong.</summary>
/// <param name="HoldMilliseconds">An activity takes this long before and again after it has recorded its step.</param>
public sealed record Trouble(bool Throws = false, bool Fails = false, int HoldMilliseconds = 0);

[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Mended), "mended")]
[JsonDerivedType(typeof(Closed), "closed")]
public abstract record MatterEvent
{
    private MatterEvent()
    {
    }

    public sealed record Opened(IReadOnlyList<Party> Parties, Trouble Trouble) : MatterEvent;

    public sealed record Answered(string Party) : MatterEvent;

    /// <summary>Changes nothing that is awaited.</summary>
    public sealed record Noted : MatterEvent;

    public sealed record Reminded(string Step, DateOnly On) : MatterEvent;

    public sealed record Escalated(string Step, DateOnly On) : MatterEvent;

    public sealed record Mended : MatterEvent;

    public sealed record Closed : MatterEvent;
}
