using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Referrals;

/// <summary>How far an överlämnande has come.</summary>
public enum ReferralStatus
{
    [StoredName("notProposed")]
    NotProposed,

    /// <summary>Somebody is to decide.</summary>
    [StoredName("proposed")]
    Proposed,

    /// <summary>It is to be handed over, and has not been.</summary>
    [StoredName("toHandOver")]
    ToHandOver,

    /// <summary>överlämnat</summary>
    [StoredName("handedOver")]
    HandedOver,

    /// <summary>Nothing is handed over.</summary>
    [StoredName("declined")]
    Declined,

    /// <summary>tillbakatagen by those who proposed it</summary>
    [StoredName("withdrawn")]
    Withdrawn,
}

/// <summary>överlämnande of data to Skatteverket, the police or another authority (R66, R73).</summary>
public sealed record Referral
{
    public required ReviewedUnit Unit { get; init; }

    /// <summary>Null where a concern brought it.</summary>
    public required Id? Review { get; init; }

    /// <summary>What the review is made because of, or the concern that brought it.</summary>
    public required IReadOnlyList<Id> Concerns { get; init; }

    public required ReferralContent Content { get; init; }

    public required DateOnly ProposedOn { get; init; }

    public required Role ProposedBy { get; init; }

    /// <summary>Who decide by delegation, by the rules of the day.</summary>
    public required IReadOnlyList<Role> Deciders { get; init; }

    public ReferralDecision? Decision { get; init; }

    public DateOnly? HandedOverOn { get; init; }
}

/// <summary>What was decided, by whom and by which point of the delegation.</summary>
/// <param name="Name">Where the name of whoever decided is kept.</param>
public sealed record ReferralDecision(
    DateOnly On, bool HandOver, TextReference Reason, Role By, string DelegationPoint, TextReference Name);

/// <param name="Referral">Null only before it is proposed.</param>
public sealed record ReferralState(ReferralStatus Status, Referral? Referral)
{
    public static ReferralState Initial { get; } = new(ReferralStatus.NotProposed, null);
}

/// <summary>What an överlämnande says no to. The codes are contracts with callers.</summary>
public static class ReferralRefusals
{
    /// <summary>It is decided, handed over or withdrawn.</summary>
    public const string NotInThisState = "referral.not-in-this-state";

    /// <summary>Only by delegation.</summary>
    public const string NotTheDecider = "referral.not-the-decider";
    public const string AnswerMissing = "referral.answer-missing";
    public const string DayMissing = "referral.day-missing";
    public const string DayInFuture = "referral.day-in-future";
    public const string DayTooEarly = "referral.day-too-early";

    /// <summary>The concern is about no unit of the register.</summary>
    public const string NoUnit = "referral.no-unit";
}

/// <summary>The rules of an överlämnande: proposed, decided by a person, and handed over or not.</summary>
public static class ReferralDecider
{
    public static Decision<ReferralEvent> Decide(
        ReferralState state, ReferralCommand command, CommandContext context) => command.Decide(state, context);

    public static ReferralState Evolve(ReferralState state, ReferralEvent happened) => happened.Apply(state);

    extension(Referral referral)
    {
        /// <summary>By delegation, and never the system.</summary>
        public bool MayDecide(Role role) => role != Role.System && referral.Deciders.Contains(role);
    }
}
