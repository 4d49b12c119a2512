using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Oversight.Dialogues;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;

namespace Oversight.Functions.Dialogues.Papers;

/// <summary>
/// Meetings as calendars read them (RFC 5545): each under one name for as long as it lives, so that what is moved or
/// cancelled takes the place of what stood there.
/// </summary>
public static class DialogueCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";
    public const string FileName = "kvalitetsdialog.ics";
    private const string Zone = "Europe/Stockholm";

    public static string Of(StreamHead head, DialogueSeries series, KeptTexts texts, params DialogueOccasion[] meetings)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//oversight-functions//Kvalitetsdialoger//SV" };
        calendar.Method = meetings is [{ Status: OccasionStatus.Cancelled }]
            ? CalendarMethods.Cancel
            : CalendarMethods.Publish;
        if (meetings.Length > 0)
        {
            var first = meetings.Min(meeting => meeting.Time.On);
            calendar.AddTimeZone(
                VTimeZone.FromDateTimeZone(Zone, first.AddYears(-1).ToDateTime(TimeOnly.MinValue), false));
        }

        foreach (var meeting in meetings)
            calendar.Events.Add(Event(head, series, texts, meeting));
        return new CalendarSerializer().SerializeToString(calendar)
            ?? throw new InvalidOperationException("A calendar could not be written.");
    }

    private static CalendarEvent Event(
        StreamHead head, DialogueSeries series, KeptTexts texts, DialogueOccasion meeting) => new()
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"{head.Id}-{meeting.Number}@oversight"),
            Summary = $"Kvalitetsdialog: {series.Name}",
            Location = texts.Show(meeting.Time.Place),
            Start = new CalDateTime(meeting.Time.On, meeting.Time.From, Zone),
            End = new CalDateTime(meeting.Time.On, meeting.Time.Until, Zone),
            Sequence = meeting.Changes,
            Status = meeting.Status == OccasionStatus.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = new CalDateTime(head.ChangedAt.UtcDateTime, CalDateTime.UtcTzId),
        };
}
