namespace Oversight.Sanctions;

/// <summary>What sanctions say no to. The codes are contracts with callers.</summary>
public static class SanctionRefusals
{
    public const string NotInThisState = "sanction.not-in-this-state";

    /// <summary>Only a person decides and prepares: no automated decision in these matters (KL 6:38).</summary>
    public const string NeverTheSystem = "sanction.never-the-system";
    public const string NotAReviewer = "sanction.not-a-reviewer";
    public const string InConflict = "sanction.in-conflict";
    public const string IsSealed = "sanction.is-sealed";

    public const string ChildrenMissing = "sanction.children-missing";
    public const string GroupMissing = "sanction.group-missing";
    public const string DayMissing = "sanction.day-missing";
    public const string DayPassed = "sanction.day-passed";
    public const string DayInFuture = "sanction.day-in-future";

    /// <summary>A later final date is not later than the one in force, which is the argument.</summary>
    public const string NotLater = "sanction.not-later";
    public const string AmountMissing = "sanction.amount-missing";
    public const string NoAmount = "sanction.no-amount";
    public const string ConsultMissing = "sanction.consult-missing";

    public const string NoCase = "sanction.no-case";
    public const string PaperMissing = "sanction.paper-missing";
    public const string WaiverReasonMissing = "sanction.waiver-reason-missing";
    public const string AlreadyHeard = "sanction.already-heard";

    /// <summary>The provider has not been heard, or may still answer until the argument.</summary>
    public const string NotHeard = "sanction.not-heard";
    public const string StillHearing = "sanction.still-hearing";

    /// <summary>Choose a meeting of the board.</summary>
    public const string NoSuchMeeting = "sanction.no-such-meeting";

    /// <summary>handlingsstopp has passed; the argument is the first meeting that can be reached.</summary>
    public const string PapersStopPassed = "sanction.papers-stop-passed";

    /// <summary>The final date is not after the meeting.</summary>
    public const string FinalBeforeMeeting = "sanction.final-before-meeting";

    public const string NotTheBoards = "sanction.not-the-boards";
    public const string NotTheDelegate = "sanction.not-the-delegate";

    /// <summary>Nobody decides on what they proposed themselves.</summary>
    public const string OwnProposal = "sanction.own-proposal";
    public const string OutcomeMissing = "sanction.outcome-missing";
    public const string MeetingNotHeld = "sanction.meeting-not-held";
    public const string ParagraphMissing = "sanction.paragraph-missing";
    public const string MeetingMissing = "sanction.meeting-missing";

    public const string NothingToApprove = "sanction.nothing-to-approve";
    public const string BeforeMeeting = "sanction.before-meeting";
    public const string BeforeApproval = "sanction.before-approval";

    /// <summary>underrättelse comes after the minutes are approved.</summary>
    public const string NotApproved = "sanction.not-approved";
    public const string AlreadyNotified = "sanction.already-notified";
    public const string NotNotified = "sanction.not-notified";


    /// <summary>The board has decided nothing that there are minutes of.</summary>
    public const string NoMinutes = "sanction.no-minutes";
    public const string FileMissing = "sanction.file-missing";

    public const string KindMissing = "sanction.kind-missing";

    /// <summary>Findings are open, so it cannot be lifted; the arguments are their numbers.</summary>
    public const string FindingsRemain = "sanction.findings-remain";

    public const string EndingMissing = "sanction.ending-missing";

    /// <summary>It ends by being lifted, which is decided by whoever decided on it.</summary>
    public const string MustBeLifted = "sanction.must-be-lifted";
    public const string NotSettled = "sanction.not-settled";
    public const string CustomersRemain = "sanction.customers-remain";
    public const string NothingReplacesIt = "sanction.nothing-replaces-it";

    /// <summary>Nothing is asked for by svarslänk under that name.</summary>
    public const string NothingAsked = "sanction.nothing-asked";
    public const string NoCharge = "sanction.no-charge";
    public const string NotSent = "sanction.not-sent";
    public const string NoMove = "sanction.no-move";
    public const string NumberImpossible = "sanction.number-impossible";
}
