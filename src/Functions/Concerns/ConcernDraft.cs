using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Concerns;

/// <summary>A concern as somebody wrote it, whatever way it came: form, API or message.</summary>
public sealed record ConcernDraft
{
    /// <summary>The fields in the writer's own words.</summary>
    public static IReadOnlyList<string> WrittenFields { get; } = ["text", "unknownProvider", "caseReference", "registeredFor"];

    public string? UnitId { get; init; }

    public string? UnknownProvider { get; init; }

    /// <summary>Needed only when the provider is unknown.</summary>
    public string? Board { get; init; }

    public string? Service { get; init; }

    public string? Text { get; init; }

    /// <summary><c>2026-03-01</c>, or <c>2026-03</c> for a month.</summary>
    public string? Occurred { get; init; }

    public OccurrencePrecision? Precision { get; init; }

    public string? Consequence { get; init; }

    public string? CaseReference { get; init; }

    public string? RegisteredFor { get; init; }

    /// <summary>Field to <see cref="WordsField.RemoveNumbers"/> or <see cref="WordsField.OtherNumbers"/>.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>What a repeat is compared by: everything, the files by their hashes. Derived, so that no field can be forgotten.</summary>
    public object ToBody() => new
    {
        Typed = this with
        {
            Numbers = new SortedDictionary<string, string>(Numbers.ToDictionary(), StringComparer.Ordinal),
            Files = [],
        },
        Files = Files.Select(file => file.Sha256).ToList(),
    };

    public override string ToString() => nameof(ConcernDraft);
}

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
        if (DateOnly.TryParseExact(TypedText.Code(text), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (Occurrence.InMonth(month), null);
        return (null, new Refusal(ConcernRefusals.DateUnreadable, "occurred"));
    }
}
