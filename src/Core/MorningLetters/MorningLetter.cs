namespace Oversight.MorningLetters;

/// <summary>Why a morning letter could not be sent; the person is told where they turned it on.</summary>
public enum MorningObstacle
{
    /// <summary>There is no mail server. Tried again the next working day.</summary>
    [StoredName("noMailServer")]
    NoMailServer,

    /// <summary>The mail server has refused it for good. Nothing is sent until the address is saved again.</summary>
    [StoredName("refused")]
    Refused,
}

/// <summary>That somebody wishes the letter.</summary>
/// <param name="UserId">Entra object id.</param>
/// <param name="Address">The person's e-mail address, among the private texts.</param>
/// <param name="Since">A Stockholm day.</param>
public sealed record MorningWish(string UserId, TextReference Address, DateOnly Since);

/// <summary>
/// <em>morgonbrev</em>: how much waits for somebody, in numbers alone, by mail on working days. One stream for each
/// person.
/// </summary>
/// <param name="Wish">Null: nothing is sent.</param>
public sealed record MorningLetterState(MorningWish? Wish)
{
    public static MorningLetterState Initial { get; } = new((MorningWish?)null);

    /// <summary>A Stockholm day.</summary>
    public DateOnly? LastSentOn { get; init; }

    /// <summary>What hindered the last one; null: nothing did.</summary>
    public MorningObstacle? Obstacle { get; init; }

    /// <summary>Whether one is to be sent on the day, so far as the wish tells.</summary>
    public bool IsDueOn(DateOnly day) =>
        Wish is not null && Obstacle != MorningObstacle.Refused && !(LastSentOn >= day);
}

/// <summary>What happened to somebody's wish.</summary>
/// <param name="On">A Stockholm day.</param>
public abstract record MorningLetterEvent(DateOnly On)
{
    internal abstract MorningLetterState Apply(MorningLetterState state);

    /// <param name="Replaced">The address before, which goes; null: there was none.</param>
    public sealed record TurnedOn(DateOnly On, string UserId, TextReference Address, TextReference? Replaced)
        : MorningLetterEvent(On)
    {
        internal override MorningLetterState Apply(MorningLetterState state) =>
            state with { Wish = new MorningWish(UserId, Address, On), Obstacle = null };
    }

    /// <param name="Replaced">The address, which goes.</param>
    public sealed record TurnedOff(DateOnly On, TextReference Replaced) : MorningLetterEvent(On)
    {
        internal override MorningLetterState Apply(MorningLetterState state) =>
            state with { Wish = null, Obstacle = null };
    }

    /// <summary>The mail server has taken one.</summary>
    public sealed record Sent(DateOnly On) : MorningLetterEvent(On)
    {
        internal override MorningLetterState Apply(MorningLetterState state) =>
            state with { LastSentOn = On, Obstacle = null };
    }

    public sealed record Hindered(DateOnly On, MorningObstacle Obstacle) : MorningLetterEvent(On)
    {
        internal override MorningLetterState Apply(MorningLetterState state) => state with { Obstacle = Obstacle };
    }
}

/// <summary>The rules of the morgonbrev: wished by the person alone, sent once a day.</summary>
public static class MorningLetterDecider
{
    /// <summary>The person's own stream.</summary>
    /// <param name="userId">Entra object id.</param>
    public static Id IdOf(string userId) => Id.Derive("morning-letter", userId);

    /// <summary>Names the letter of a day: whoever gets it twice sees that it is the same.</summary>
    public static Id LetterOf(Id wish, DateOnly day) => Id.Derive($"morning-letter|{wish}", $"{day:O}");

    public static Decision<MorningLetterEvent> Decide(
        MorningLetterState state, MorningLetterCommand command, CommandContext context) =>
        command.Decide(state, context);

    public static MorningLetterState Evolve(MorningLetterState state, MorningLetterEvent happened) =>
        happened.Apply(state);
}

/// <summary>What the morgonbrev says no to. The codes are contracts with callers.</summary>
public static class MorningLetterRefusals
{
    public const string AddressMissing = "morning-letter.address-missing";

    /// <summary>No e-mail address, or several.</summary>
    public const string AddressImpossible = "morning-letter.address-impossible";

    /// <summary>It comes to that address already, and nothing hinders it.</summary>
    public const string AlreadyOn = "morning-letter.already-on";

    public const string AlreadyOff = "morning-letter.already-off";
}
