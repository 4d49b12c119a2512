using System.Text.Json.Nodes;
using Oversight.Settings;

namespace Oversight.Functions.Operations.Fields;

/// <summary>What a field may need to know to say what it takes: the settings in force and the day.</summary>
public sealed record FieldScene(MunicipalitySettings Settings, DateOnly Today);

/// <summary>
/// One thing that an operation asks for, declared once: the form draws it, the API describes and reads it, and refusals
/// find it by <paramref name="Name"/>, which is also the name of the property.
/// </summary>
/// <param name="Name">In camelCase; a contract with callers.</param>
/// <param name="Label">In Swedish.</param>
public abstract record Field(string Name, string Label)
{
    public bool Required { get; init; }

    /// <summary>A call may leave out what the form asks for: another field answers it, or it stays as it is.</summary>
    public bool OptionalInCalls { get; init; }

    /// <summary>
    /// What a form leaves out is an answer too, such as a box that is not ticked; a call must say it.
    /// </summary>
    public bool RequiredInCalls { get; init; }

    public string? Hint { get; init; }

    /// <summary>What somebody may write, for the description of the API.</summary>
    public string? Sample { get; init; }

    /// <summary>A heading above this field, where a new group begins.</summary>
    public string? Heading { get; init; }

    /// <summary>
    /// The values as a form would send them, or null where JSON has something else than the field takes.
    /// </summary>
    public abstract IReadOnlyList<string>? FromJson(JsonNode value);

    /// <summary>The property's schema without its description.</summary>
    public abstract JsonObject Schema(FieldScene scene);

    private protected static IReadOnlyList<string>? TextOf(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var found) ? [found] : null;
}
