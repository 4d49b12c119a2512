namespace Oversight.Reviews;

/// <summary>What a review says no to when a sanction is proposed. The codes are contracts with callers.</summary>
public static class SanctionProposalRefusals
{
    /// <summary>The agreement does not allow that step.</summary>
    public const string NotInLadder = "sanction.not-in-ladder";

    /// <summary>No finding is grave enough; the argument is the lowest gravity.</summary>
    public const string TooMild = "sanction.too-mild";

    /// <summary>reklamationsfrist: the argument is its last day.</summary>
    public const string ClaimedTooLate = "sanction.claimed-too-late";
    public const string NoFindings = "sanction.no-findings";
    public const string NoServices = "sanction.no-services";

    /// <summary>The agreement has no step that may be decided before there are findings.</summary>
    public const string NotAtOnce = "sanction.not-at-once";

    /// <summary>Somebody else decides on it by delegation.</summary>
    public const string OtherDecides = "sanction.other-decides";
    public const string AlreadyProposed = "sanction.already-proposed";
}
