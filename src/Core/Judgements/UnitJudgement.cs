using Oversight.Risk;

namespace Oversight.Judgements;

/// <summary>What somebody made of a tidig varning.</summary>
public enum WarningAnswer
{
    /// <summary>Known or explained: nothing more is done.</summary>
    [StoredName("nothing")]
    Nothing,

    /// <summary>The unit is followed more closely.</summary>
    [StoredName("watch")]
    Watch,

    /// <summary>It is taken up with the provider.</summary>
    [StoredName("dialogue")]
    Dialogue,

    /// <summary>A kvalitetsgranskning is proposed; that has an address of its own.</summary>
    [StoredName("review")]
    Review,
}

/// <summary>The unit, as the register named it when the last thing happened.</summary>
public sealed record JudgedUnit(Id UnitId, BoardId Board, string Name);

/// <summary>A tidig varning that has been raised, and what somebody made of it.</summary>
/// <param name="RaisedOn">A Stockholm day.</param>
/// <param name="Answer">Null while it waits.</param>
public sealed record RaisedWarning(
    EarlyWarning Warning, DateOnly RaisedOn, WarningAnswer? Answer = null, TextReference? Reason = null)
{
    /// <summary>
    /// Whether a later signal tells anything new. One of a month that had passed when the last was raised is the same
    /// rise: what is usual is learned anew every month, and moves an old signal a little.
    /// </summary>
    public static bool IsNewSince(DateOnly raisedOn, EarlyWarning later) =>
        later.Month >= new DateOnly(raisedOn.Year, raisedOn.Month, 1);
}

/// <summary>What people have made of the risk of a unit: its varningar and its judged classes.</summary>
/// <param name="Warnings">Oldest first.</param>
/// <param name="Classes">Oldest first; at most the last is in force.</param>
public sealed record UnitJudgementState(
    JudgedUnit? Unit, IReadOnlyList<RaisedWarning> Warnings, IReadOnlyList<ClassJudgement> Classes)
{
    public static UnitJudgementState Initial { get; } = new(null, [], []);

    /// <summary>The newest varning, if it waits. An older one is not asked about any more.</summary>
    public RaisedWarning? Waiting => Warnings is [.., { Answer: null } newest] ? newest : null;

    /// <summary>The class that a person has judged it to have on a day.</summary>
    public ClassJudgement? InForceOn(DateOnly day) => Classes.LastOrDefault(judged => judged.IsInForceOn(day));
}

/// <summary>What a judgement says no to. The codes are contracts with callers.</summary>
public static class JudgementRefusals
{
    /// <summary>No varning waits for an answer.</summary>
    public const string NoWarning = "judgement.no-warning";

    public const string AnswerMissing = "judgement.answer-missing";

    public const string ClassMissing = "judgement.class-missing";

    /// <summary>The class is the one that the analysis gives.</summary>
    public const string ClassIsComputed = "judgement.class-is-computed";

    public const string DayMissing = "judgement.day-missing";

    public const string DayPassed = "judgement.day-passed";

    /// <summary>Argument 1: the last day that may be chosen.</summary>
    public const string DayTooFar = "judgement.day-too-far";

    /// <summary>No judged class is in force.</summary>
    public const string NothingInForce = "judgement.nothing-in-force";
}
