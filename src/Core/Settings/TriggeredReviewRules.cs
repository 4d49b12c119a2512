namespace Oversight.Settings;

/// <summary>
/// How long a proposed påkallad granskning waits for a decision (R41), in days that end on a working day. The
/// enhetschef decides; after that, or when the enhetschef is in a conflict of interest, the substitute does.
/// </summary>
/// <param name="Substitute">Another role of the same board, which may decide as well.</param>
/// <param name="DecisionDays">From the proposal to the last day for the decision.</param>
/// <param name="SubstituteDays">The same from the day on which it went over to the substitute.</param>
/// <param name="ReminderDaysBefore">So long before the last day whoever is to decide is reminded.</param>
public sealed record TriggeredReviewRules(
    DateOnly ValidFrom, Role Substitute, int DecisionDays, int SubstituteDays, int ReminderDaysBefore);
