namespace Oversight.Functions.Storage;

/// <summary>
/// Everything about a command that is not the command: who and when, the version it was written against, and what makes
/// a repeat of it recognisable.
/// </summary>
/// <param name="Context">Who and when.</param>
/// <param name="SettingsHash">The settings in force; stored on every event.</param>
/// <param name="Against">What it was written against. There is no envelope that does not say it.</param>
/// <param name="Key">Idempotency key from the form or the caller; null when a repeat need not be recognised.</param>
/// <param name="BodyHash">
/// Hash of the canonical command, so that the same key with another body can be refused (422).
/// </param>
/// <param name="Reason">Why, where the action asks for it. Never personal data.</param>
/// <param name="CommandId">
/// Names this attempt on every event it writes, for what is written beside the stream in its name; null lets one be
/// made up.
/// </param>
public sealed record Envelope(
    CommandContext Context,
    string SettingsHash,
    Against Against,
    string? Key = null,
    string? BodyHash = null,
    string? Reason = null,
    string? CommandId = null)
{
    /// <summary>
    /// Issued by an effect of another stream. Where nothing is changed, nothing follows: what is left to follow stands
    /// under a mark of its own, and two streams that tell each other would never be done.
    /// </summary>
    public bool IsOfEffect { get; init; }

    /// <summary>
    /// The one item that it is about, in place of the whole stream: what others do to other items is no conflict.
    /// </summary>
    public SeenItem? SeenItem { get; init; }

    /// <summary>The same, about one item of the stream at the version that the person saw.</summary>
    public Envelope About(string item) =>
        this with { Against = Against.Latest, SeenItem = new(item, Against.VersionOrNone ?? 0) };
}

/// <summary>What a command was written against.</summary>
public abstract record Against
{
    private Against()
    {
    }

    /// <summary>A stream that is to be made.</summary>
    public static Against Nothing { get; } = new Unmade();

    /// <summary>
    /// Whatever stands, for the system and what follows from an event: reloaded and decided again. Never for what a
    /// person typed.
    /// </summary>
    public static Against Latest { get; } = new Whatever();

    /// <summary>
    /// The version that the writer saw (hidden field, If-Match); another version is a conflict. 0: it must not be there
    /// yet.
    /// </summary>
    public static Against Version(int seen) => new Seen(seen);

    /// <summary>The version that was seen, where there is one.</summary>
    public int? VersionOrNone => (this as Seen)?.Number;

    internal sealed record Seen(int Number) : Against;

    internal sealed record Unmade : Against;

    internal sealed record Whatever : Against;
}

/// <summary>
/// An item of a stream, and the version of the stream at which it was seen; 0 for one that is to be made. A later event
/// about the item is a conflict.
/// </summary>
public sealed record SeenItem(string Name, int SeenAt);

/// <summary>What became of a command.</summary>
public abstract record Outcome<TState>
{
    private Outcome()
    {
    }

    /// <summary>Carried out, now or (<paramref name="Repeated"/>) by an earlier request with the same key.</summary>
    public sealed record Done(StreamHead Head, TState State, bool Repeated) : Outcome<TState>;

    /// <summary>The rules said no; nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Outcome<TState>;

    /// <summary>Somebody else was first; <paramref name="State"/> is what stands now.</summary>
    public sealed record Conflict(StreamHead Head, TState State) : Outcome<TState>;

    /// <summary>The same key came before with another body (422); the typed text goes back to its writer.</summary>
    public sealed record KeyReused(StreamHead Head) : Outcome<TState>;

    /// <summary>There is no such stream.</summary>
    public sealed record Missing : Outcome<TState>;
}
