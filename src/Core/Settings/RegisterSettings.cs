namespace Oversight.Settings;

/// <summary>Rules of the register of providers.</summary>
/// <param name="ManagerNoticeDays">
/// Days after a change of the person responsible for daily management within which the provider must have notified it;
/// 0 means on the day of the change at the latest.
/// </param>
/// <param name="AgreementWarningDays">So many days before its last day an agreement is shown as ending.</param>
public sealed record RegisterSettings(int ManagerNoticeDays, int AgreementWarningDays);
