namespace Oversight.Settings;

/// <summary>
/// When the question of a report to IVO is asked, who answers it until when, and where the law makes it a duty (SoL
/// 27:7, LSS 15 §). The same people decide on handing data over to other authorities.
/// </summary>
public sealed record IvoRules
{
    public required DateOnly ValidFrom { get; init; }

    /// <summary>A finding of this severity or a graver one always brings the question.</summary>
    public required int SeriousSeverity { get; init; }

    /// <summary>From the day after it was raised to the last day for the position.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>So many working days before the last day whoever decides is reminded; 0: on the last day.</summary>
    public required int RemindWorkingDaysBefore { get; init; }

    /// <summary>The days of the substitute, from the day on which it went over.</summary>
    public required int SubstituteWorkingDays { get; init; }

    /// <summary>Who decides by delegation.</summary>
    public required Role Decider { get; init; }

    /// <summary>Another role of the same board, which may decide as well when the last day has passed.</summary>
    public required Role Substitute { get; init; }

    /// <summary>The point of the delegation, in words: a report to IVO.</summary>
    public required string DelegationPoint { get; init; }

    /// <summary>The same for data that are handed over to another authority.</summary>
    public required string ReferralPoint { get; init; }

    /// <summary>The first day of the duty; questions raised before it follow the earlier law.</summary>
    public required DateOnly DutyFrom { get; init; }

    /// <summary>Where the duty stands.</summary>
    public required string DutyLaw { get; init; }

    /// <summary>
    /// Services of an operation that may not run without a licence, or in egen regi without having been notified.
    /// </summary>
    public required IReadOnlyList<CodeId> LicensableServices { get; init; }

    public required string Authority { get; init; }

    /// <summary>Lines of an envelope.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    public bool IsDuty(bool isLicensable, DateOnly raisedOn) => isLicensable && raisedOn >= DutyFrom;
}
