using Oversight.Reviews;
using Oversight.Settings;
using Oversight.Waiting;

namespace Oversight.Referrals;

/// <summary>How far a position on a report to IVO has come.</summary>
public enum IvoStatus
{
    [StoredName("notRaised")]
    NotRaised,

    /// <summary>Somebody is to decide.</summary>
    [StoredName("open")]
    Open,

    /// <summary>IVO is to be told, and has not been.</summary>
    [StoredName("toReport")]
    ToReport,

    /// <summary>anmäld</summary>
    [StoredName("reported")]
    Reported,

    /// <summary>IVO is not told.</summary>
    [StoredName("declined")]
    Declined,
}

/// <summary>ställningstagande till anmälan till IVO: what it is about, and how it ended (R72).</summary>
public sealed record IvoPosition
{
    public required ReviewedUnit Unit { get; init; }

    /// <summary>Null where a concern brought it.</summary>
    public required Id? Review { get; init; }

    /// <summary>What the review is made because of, or the concern that brought it.</summary>
    public required IReadOnlyList<Id> Concerns { get; init; }

    /// <summary>A code of <see cref="CodeLists.IvoGrounds"/>, by the law of the day it was raised.</summary>
    public required CodeId Ground { get; init; }

    /// <summary>Why it was raised; null where a finding did.</summary>
    public required TextReference? Reason { get; init; }

    /// <summary>May not run without a licence, or in egen regi without having been notified.</summary>
    public required bool IsLicensable { get; init; }

    /// <summary>The law makes the report a duty: "no" is possible only where the ground does not hold.</summary>
    public required bool IsDuty { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>The role that decides by delegation, by the rules of the day it was raised.</summary>
    public required Role Decider { get; init; }

    public required IvoWait Wait { get; init; }

    public DateOnly? RemindedOn { get; init; }

    /// <summary>Serious findings of the review, by their numbers.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [];

    /// <summary>Who have declared jäv here, by their Entra object ids.</summary>
    public IReadOnlyList<string> InConflict { get; init; } = [];

    public IvoDecision? Decision { get; init; }

    public IvoReport? Report { get; init; }
}

/// <summary>Whose position is awaited, and the working days that the rules gave.</summary>
public sealed record IvoWait(Role From, DateOnly Until, DateOnly RemindOn)
{
    internal static IvoWait ForDecider(DateOnly from, IvoRules rules) =>
        For(rules.Decider, from, rules.WorkingDays, rules);

    internal static IvoWait ForSubstitute(DateOnly from, IvoRules rules) =>
        For(rules.Substitute, from, rules.SubstituteWorkingDays, rules);

    private static IvoWait For(Role role, DateOnly from, int days, IvoRules rules)
    {
        var until = SwedishCalendar.AddWorkingDays(from, days);
        var remind = SwedishCalendar.AddWorkingDays(until, -rules.RemindWorkingDaysBefore);
        return new(role, until, remind < from ? until : remind);
    }
}

/// <summary>What was decided, by whom and by which point of the delegation.</summary>
/// <param name="Reassessed">The ground was looked at again and does not hold.</param>
/// <param name="Name">Where the name of whoever decided is kept.</param>
public sealed record IvoDecision(
    DateOnly On, bool Report, bool Reassessed, CodeId Ground, TextReference Reason, Role By, string DelegationPoint,
    TextReference Name);

/// <summary>That IVO has been told.</summary>
/// <param name="Number">IVO's own.</param>
public sealed record IvoReport(DateOnly On, string Number);

/// <param name="Position">Null only before it is raised.</param>
public sealed record IvoState(IvoStatus Status, IvoPosition? Position)
{
    public static IvoState Initial { get; } = new(IvoStatus.NotRaised, null);
}

/// <summary>What a position says no to. The codes are contracts with callers.</summary>
public static class IvoRefusals
{
    /// <summary>It is decided.</summary>
    public const string NotOpen = "ivo.not-open";

    /// <summary>By the delegation, and not in their turn.</summary>
    public const string NotTheDecider = "ivo.not-the-decider";
    public const string InConflict = "ivo.in-conflict";
    public const string AnswerMissing = "ivo.answer-missing";
    public const string GroundMissing = "ivo.ground-missing";

    /// <summary>No ground of the day on which it was raised.</summary>
    public const string UnknownGround = "ivo.unknown-ground";

    /// <summary>The law asks for a report, unless the ground does not hold.</summary>
    public const string DutyApplies = "ivo.duty-applies";

    /// <summary>A report because of a ground that does not hold.</summary>
    public const string GroundHolds = "ivo.ground-holds";

    /// <summary>Nobody has decided to report, or IVO has been told.</summary>
    public const string NothingToReport = "ivo.nothing-to-report";
    public const string DayMissing = "ivo.day-missing";
    public const string DayInFuture = "ivo.day-in-future";
    public const string DayTooEarly = "ivo.day-too-early";
    public const string NumberMissing = "ivo.number-missing";
    public const string NumberTooLong = "ivo.number-too-long";

    /// <summary>The concern is about no unit of the register.</summary>
    public const string NoUnit = "ivo.no-unit";

    /// <summary>The concern has a position that is open.</summary>
    public const string AlreadyOpen = "ivo.already-open";
}
