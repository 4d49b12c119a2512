using System.Globalization;
using Oversight.Concerns;

namespace Oversight.Functions.Concerns.Reporting;

/// <summary>Reads when something happened.</summary>
public static class OccurrenceInput
{
    /// <summary>Null occurrence without a fault when nothing was written.</summary>
    public static (Occurrence? Occurred, Refusal? Fault) Read(string? text, OccurrencePrecision? precision)
    {
        if (precision == OccurrencePrecision.Unclear)
            return (Occurrence.Unclear, null);
        if (TypedText.IsBlank(text))
            return (null, null);
        if (TypedDay.TryRead(text, out var day))
            return (precision == OccurrencePrecision.Month ? Occurrence.InMonth(day) : Occurrence.On(day), null);
        if (DateOnly.TryParseExact(TypedText.Code(text), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var month))
            return (Occurrence.InMonth(month), null);
        return (null, new Refusal(ConcernRefusals.DateUnreadable, "occurred"));
    }
}
