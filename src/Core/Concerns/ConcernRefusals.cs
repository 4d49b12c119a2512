namespace Oversight.Concerns;

/// <summary>
/// Every reason for which a concern or something done to it is refused. The codes are a contract with callers.
/// </summary>
public static class ConcernRefusals
{
    public const string NotReported = "concern.not-reported";
    public const string AlreadyReported = "concern.already-reported";

    /// <summary>Not in this state; the argument is the state's name.</summary>
    public const string NotInThisState = "concern.not-in-this-state";
    public const string TextRequired = "concern.text-required";

    /// <summary>Arguments: length, limit.</summary>
    public const string TextTooLong = "concern.text-too-long";
    public const string TextUnreadable = "concern.text-unreadable";
    public const string ReasonRequired = "concern.reason-required";
    public const string UnitRequired = "concern.unit-required";
    public const string UnknownUnit = "concern.unknown-unit";
    public const string UnknownBoard = "concern.unknown-board";
    public const string BoardRequired = "concern.board-required";
    public const string ServiceRequired = "concern.service-required";
    public const string ConsequenceRequired = "concern.consequence-required";
    public const string UnknownCode = "concern.unknown-code";
    public const string OccurredRequired = "concern.occurred-required";
    public const string DateUnreadable = "concern.date-unreadable";
    public const string DateInFuture = "concern.date-in-future";
    public const string DateTooOld = "concern.date-too-old";
    public const string OutcomeRequired = "concern.outcome-required";
    public const string KindRequired = "concern.kind-required";
    public const string CategoryRequired = "concern.category-required";
    public const string AreaRequired = "concern.area-required";
    public const string AreaOnlyForLss = "concern.area-only-for-lss";
    public const string SeverityRequired = "concern.severity-required";
    public const string SeverityOutOfRange = "concern.severity-out-of-range";
    public const string UnitNeededForReview = "concern.unit-needed-for-review";
    public const string AlreadyLinked = "concern.already-linked";

    /// <summary>To a unit of another board is a move, which needs a reason.</summary>
    public const string OtherBoardIsAMove = "concern.other-board-is-a-move";
    public const string SamePlace = "concern.same-place";
    public const string NotTheReporter = "concern.not-the-reporter";
    public const string CorrectionIsTheAssessors = "concern.correction-is-the-assessors";
    public const string NothingToCorrect = "concern.nothing-to-correct";
    public const string WordsRequired = "concern.words-required";
    public const string WordsNotFound = "concern.words-not-found";
    public const string TextErased = "concern.text-erased";
    public const string DecisionRequired = "concern.decision-required";

    /// <summary>It is the enhetschef's turn, or has gone over to another role.</summary>
    public const string NotTheDecider = "concern.not-the-decider";

    /// <summary>The person has declared a conflict of interest (jäv) in the matter.</summary>
    public const string InConflictOfInterest = "concern.in-conflict-of-interest";
    public const string LinkToItself = "concern.link-to-itself";
    public const string UnknownConcern = "concern.unknown-concern";
    public const string NotLinked = "concern.not-linked";
    public const string AlreadySealed = "concern.already-sealed";
    public const string NotSealed = "concern.not-sealed";

    /// <summary>Whoever is to work with it does so already.</summary>
    public const string AlreadyHeld = "concern.already-held";

    /// <summary>Only whoever works with it hands it over or lays it back.</summary>
    public const string NotHeldByYou = "concern.not-held-by-you";
    public const string ColleagueRequired = "concern.colleague-required";

    /// <summary>By a conflict of interest (jäv), or because it is sealed.</summary>
    public const string ColleagueIsOutside = "concern.colleague-is-outside";

    // Why a concern is assessed alone, and what is not given to several at once (AssessedTogether).
    public const string AloneAssessed = "concern.alone-assessed";
    public const string AloneSealed = "concern.alone-sealed";
    public const string AloneUnknownProvider = "concern.alone-unknown-provider";
    public const string AloneGrave = "concern.alone-grave";
    public const string AloneGoesElsewhere = "concern.alone-goes-elsewhere";
    public const string NotTogether = "concern.not-together";
}
