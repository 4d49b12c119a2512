using System.Globalization;
using System.Text.Json.Nodes;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Operations.Fields;

/// <summary>One of several alternatives.</summary>
public abstract record ChoiceField(string Name, string Label) : Field(Name, Label)
{
    /// <summary>A list to unfold; otherwise all alternatives are shown.</summary>
    public bool Unfolds { get; init; }

    /// <summary>What may be chosen, where it follows from the settings alone.</summary>
    public abstract IReadOnlyList<Choice> Choices(FieldScene scene);

    public override IReadOnlyList<string>? FromJson(JsonNode value) => TextOf(value);

    public override JsonObject Schema(FieldScene scene)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Choices(scene) is { Count: > 0 } choices)
            schema["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice.Value))]);
        return schema;
    }
}

/// <summary>One of a list's codes, those of the day.</summary>
public sealed record CodeField(string Name, string Label, string List) : ChoiceField(Name, Label)
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) =>
        [.. scene.Settings.Codes(List).On(scene.Today).Select(code => new Choice(code.Id.Value, code.Text, code.Help))];
}

/// <summary>One of the names of an enumeration.</summary>
/// <param name="Alternatives">Their values are the names in camelCase.</param>
public sealed record NameField<T>(string Name, string Label, IReadOnlyList<Choice> Alternatives)
    : ChoiceField(Name, Label)
    where T : struct, Enum
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) => Alternatives;
}

/// <summary>One of what only the subject itself can say: its links, its agreements.</summary>
public sealed record OwnChoiceField(string Name, string Label) : ChoiceField(Name, Label)
{
    /// <summary>A number in JSON.</summary>
    public bool IsNumber { get; init; }

    public override IReadOnlyList<Choice> Choices(FieldScene scene) => [];

    public override IReadOnlyList<string>? FromJson(JsonNode value) =>
        IsNumber ? NumberField.NumberOf(value) : base.FromJson(value);

    public override JsonObject Schema(FieldScene scene) => new() { ["type"] = IsNumber ? "integer" : "string" };
}

/// <summary>A board.</summary>
public sealed record BoardField(string Name, string Label) : ChoiceField(Name, Label)
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) =>
        [.. scene.Settings.Boards.Select(board => new Choice(board.Id.Value, board.Name))];
}

/// <summary>A number that each has words of its own.</summary>
public sealed record ScaleField(string Name, string Label, IReadOnlyList<Choice> Alternatives)
    : ChoiceField(Name, Label)
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) => Alternatives;

    public override IReadOnlyList<string>? FromJson(JsonNode value) => NumberField.NumberOf(value);

    public override JsonObject Schema(FieldScene scene) => new()
    {
        ["type"] = "integer",
        ["enum"] = new JsonArray(
            [.. Alternatives.Select(choice =>
                JsonValue.Create(int.Parse(choice.Value, CultureInfo.InvariantCulture)))]),
    };
}

/// <summary>Yes or no, and nothing chosen from the start.</summary>
public sealed record YesNoField(string Name, string Label, string Yes, string No) : ChoiceField(Name, Label)
{
    public override IReadOnlyList<Choice> Choices(FieldScene scene) => [new("true", Yes), new("false", No)];

    public override IReadOnlyList<string>? FromJson(JsonNode value) =>
        value is JsonValue answer && answer.TryGetValue<bool>(out var yes) ? [yes ? "true" : "false"] : null;

    public override JsonObject Schema(FieldScene scene) => new() { ["type"] = "boolean" };
}

/// <summary>Any number of alternatives.</summary>
/// <param name="List">The code list they are in; null where only the subject can say.</param>
public sealed record SeveralField(string Name, string Label, string? List) : Field(Name, Label)
{
    public IReadOnlyList<Choice> Choices(FieldScene scene) =>
        List is null
            ? []
            : [.. scene.Settings.Codes(List).On(scene.Today).Select(code => new Choice(code.Id.Value, code.Text))];

    public override IReadOnlyList<string>? FromJson(JsonNode value) =>
        value is JsonArray list && list.All(item => item is JsonValue text && text.TryGetValue<string>(out _))
            ? [.. list.Select(item => item!.GetValue<string>())]
            : null;

    public override JsonObject Schema(FieldScene scene) => new()
    {
        ["type"] = "array",
        ["items"] = List is null
            ? new JsonObject { ["type"] = "string" }
            : new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. Choices(scene).Select(choice => JsonValue.Create(choice.Value))]),
            },
    };
}
