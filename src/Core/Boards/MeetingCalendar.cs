namespace Oversight.Settings;

/// <summary>What a board's calendar of meetings says about when something can be decided.</summary>
public static class MeetingCalendar
{
    extension(IEnumerable<Meeting> calendar)
    {
        /// <summary>Those whose papers can still be handed in on that day (handlingsstopp), nearest first.</summary>
        public IEnumerable<Meeting> Reachable(DateOnly ready) =>
            calendar.Where(meeting => meeting.PapersStop >= ready).OrderBy(meeting => meeting.Day);

        /// <summary>
        /// The first meeting that papers which are ready on that day can go to; null when the calendar has none.
        /// </summary>
        public Meeting? Earliest(DateOnly ready) => calendar.Reachable(ready).FirstOrDefault();

        /// <summary>Those after that day, nearest first.</summary>
        public IEnumerable<Meeting> After(DateOnly day) =>
            calendar.Where(meeting => meeting.Day > day).OrderBy(meeting => meeting.Day);

        public Meeting? On(DateOnly day) => calendar.FirstOrDefault(meeting => meeting.Day == day);
    }
}
