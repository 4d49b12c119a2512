namespace Oversight.Dialogues;

/// <summary>What a series says no to. The codes are contracts with callers.</summary>
public static class DialogueRefusals
{
    /// <summary>It is ended, or was never opened.</summary>
    public const string NotOpen = "dialogue.not-open";
    public const string BoardMissing = "dialogue.board-missing";
    public const string AreaMissing = "dialogue.area-missing";
    public const string UnknownArea = "dialogue.unknown-area";

    /// <summary>Neither in the register for the area and board nor among the participants.</summary>
    public const string UnknownParticipant = "dialogue.unknown-participant";
    public const string NoParticipants = "dialogue.no-participants";

    /// <summary>A meeting of its own is planned with whoever is to leave.</summary>
    public const string HasOwnMeeting = "dialogue.has-own-meeting";
    public const string AlreadyLead = "dialogue.already-lead";
    public const string UnknownOccasion = "dialogue.unknown-occasion";
    public const string IsCancelled = "dialogue.is-cancelled";
    public const string HasMinutes = "dialogue.has-minutes";
    public const string DayMissing = "dialogue.day-missing";
    public const string DayPassed = "dialogue.day-passed";
    public const string TimeMissing = "dialogue.time-missing";

    /// <summary>It ends before it begins.</summary>
    public const string Backwards = "dialogue.backwards";

    /// <summary>The day of the meeting has not come.</summary>
    public const string NotYet = "dialogue.not-yet";

    /// <summary>Something is written down from it: it is held, neither moved nor cancelled.</summary>
    public const string HasBegun = "dialogue.has-begun";
    public const string AlreadyHeld = "dialogue.already-held";
    public const string NotHeld = "dialogue.not-held";

    /// <summary>Nobody came: then it is cancelled.</summary>
    public const string NobodyCame = "dialogue.nobody-came";
    public const string NobodyToInvite = "dialogue.nobody-to-invite";
    public const string UnknownPoint = "dialogue.unknown-point";
    public const string UnknownDevelopmentArea = "dialogue.unknown-development-area";

    /// <summary>It is reached or dropped.</summary>
    public const string AreaClosed = "dialogue.area-closed";
    public const string OutcomeMissing = "dialogue.outcome-missing";

    /// <summary>Between two meetings an area can only be dropped.</summary>
    public const string OnlyDropped = "dialogue.only-dropped";

    /// <summary>None that is to be taken up with those who were there.</summary>
    public const string UnknownConcern = "dialogue.unknown-concern";
    public const string AlreadyTakenUp = "dialogue.already-taken-up";

    /// <summary>A meeting is to come, or has no minutes.</summary>
    public const string MeetingsLeft = "dialogue.meetings-left";
    public const string AreasLeft = "dialogue.areas-left";
}
