namespace Oversight.Reviews;

/// <summary>What a review says no to when it gives an uppgift. The codes are contracts with callers.</summary>
public static class AssignmentGivingRefusals
{
    /// <summary>Only a final report gives tasks.</summary>
    public const string NoReport = "assignment.no-report";

    /// <summary>Nothing goes out from a review that is sealed, to colleagues neither.</summary>
    public const string IsSealed = "assignment.is-sealed";
    public const string DayMissing = "assignment.day-missing";
    public const string DayPassed = "assignment.day-passed";
}
