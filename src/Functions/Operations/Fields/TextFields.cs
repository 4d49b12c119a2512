using System.Globalization;
using System.Text.Json.Nodes;
using Oversight.Settings;

namespace Oversight.Functions.Operations.Fields;

/// <summary>One line.</summary>
public sealed record LineField(string Name, string Label) : Field(Name, Label)
{
    public int? Longest { get; init; }

    /// <summary>In characters, where a short field says what belongs there.</summary>
    public int? Width { get; init; }

    public override IReadOnlyList<string>? FromJson(JsonNode value) => TextOf(value);

    public override JsonObject Schema(FieldScene scene)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Longest is { } longest)
            schema["maxLength"] = longest;
        return schema;
    }
}

/// <summary>
/// Somebody's own words, kept apart from the record. What looks like a personnummer in them is asked about:
/// <see cref="NumbersOf"/> names the answer.
/// </summary>
/// <param name="Longest">In characters, by the settings.</param>
public sealed record WordsField(string Name, string Label, Func<Limits, int> Longest) : Field(Name, Label)
{
    /// <summary>The answers to the question about what looks like a personnummer.</summary>
    public const string RemoveNumbers = "remove";
    public const string OtherNumbers = "other";

    public int Rows { get; init; } = 5;

    /// <summary>Drawn as one line.</summary>
    public bool IsLine { get; init; }

    public static string NumbersOf(string name) => $"{name}.numbers";

    public override IReadOnlyList<string>? FromJson(JsonNode value) => TextOf(value);

    public override JsonObject Schema(FieldScene scene) =>
        new() { ["type"] = "string", ["maxLength"] = Longest(scene.Settings.Limits) };
}

/// <summary>A day; some take a month as well and read it themselves.</summary>
public sealed record DayField(string Name, string Label) : Field(Name, Label)
{
    public bool NotAfterToday { get; init; }

    public bool TakesMonth { get; init; }

    public override IReadOnlyList<string>? FromJson(JsonNode value) => TextOf(value);

    public override JsonObject Schema(FieldScene scene) => TakesMonth
        ? new()
        {
            ["type"] = "string",
            ["pattern"] = @"^\d{4}-\d{2}(-\d{2})?$",
            ["examples"] = new JsonArray("2026-03-01", "2026-03")
        }
        : new() { ["type"] = "string", ["format"] = "date" };
}

/// <summary>A whole number.</summary>
public sealed record NumberField(string Name, string Label) : Field(Name, Label)
{
    /// <summary>Filled in by the page, not by its reader: what they have seen.</summary>
    public bool IsHidden { get; init; }

    public override IReadOnlyList<string>? FromJson(JsonNode value) => NumberOf(value);

    public override JsonObject Schema(FieldScene scene) => new() { ["type"] = "integer" };

    internal static IReadOnlyList<string>? NumberOf(JsonNode value) =>
        value is JsonValue number && number.TryGetValue<int>(out var found)
            ? [found.ToString(CultureInfo.InvariantCulture)]
            : null;
}

/// <summary>One box to tick.</summary>
public sealed record TickField(string Name, string Label) : Field(Name, Label)
{
    public const string Ticked = "true";

    public override IReadOnlyList<string>? FromJson(JsonNode value) =>
        value is JsonValue yes && yes.TryGetValue<bool>(out var isTicked) ? (isTicked ? [Ticked] : []) : null;

    public override JsonObject Schema(FieldScene scene) => new() { ["type"] = "boolean" };
}

/// <summary>Something that is looked up among many by its name; the API takes its id.</summary>
/// <param name="Source">The name of the <see cref="ILookup"/>.</param>
public sealed record LookupField(string Name, string Label, string Source) : Field(Name, Label)
{
    /// <summary>Which of several that a typed name may mean.</summary>
    public static string ChosenOf(string name) => $"{name}.chosen";

    public override IReadOnlyList<string>? FromJson(JsonNode value) => TextOf(value);

    public override JsonObject Schema(FieldScene scene) =>
        new() { ["type"] = "string", ["pattern"] = $"^[0-9a-hjkmnp-tv-z]{{{Id.Length}}}$" };
}
