namespace Oversight.Answers;

/// <summary>What an answer says no to. The codes are contracts with callers.</summary>
public static class AnswerRefusals
{
    /// <summary>It has been handed in, or is not asked for any more.</summary>
    public const string NotOpen = "answer.not-open";

    /// <summary>The last day has passed; the argument is that day.</summary>
    public const string TooLate = "answer.too-late";

    /// <summary>An åtgärdsplan is made of measures, a receipt of nothing, everything else of text.</summary>
    public const string NotAsked = "answer.not-asked";

    /// <summary>There is neither text nor file.</summary>
    public const string Empty = "answer.empty";
    public const string NoSuchFinding = "answer.no-such-finding";
    public const string NoSuchMeasure = "answer.no-such-measure";
    public const string DayMissing = "answer.day-missing";
    public const string DayTooEarly = "answer.day-too-early";

    /// <summary>Findings without a measure; the argument is their numbers.</summary>
    public const string WithoutMeasure = "answer.without-measure";
    public const string FileMissing = "answer.file-missing";
    public const string CapacityMissing = "answer.capacity-missing";

    /// <summary>An åtgärdsplan is signed by a firmatecknare or by an ombud.</summary>
    public const string MayNotSign = "answer.may-not-sign";

    /// <summary>An ombud shows the fullmakt.</summary>
    public const string MandateMissing = "answer.mandate-missing";

    /// <summary>They have not said that they may answer for the provider.</summary>
    public const string NotConfirmed = "answer.not-confirmed";

    /// <summary>What has not been handed in is no inkommen handling, and has nothing to be registered.</summary>
    public const string NotHandedIn = "answer.not-handed-in";
}
