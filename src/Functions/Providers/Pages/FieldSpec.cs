using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Providers.Pages;

/// <summary>One field of a register form; the page draws it with the shared components.</summary>
public sealed record FieldSpec(FieldKind Kind, string Name, string Label)
{
    public bool Required { get; init; }

    public string? Hint { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>A heading above this field, where a new group begins.</summary>
    public string? Heading { get; init; }
}

public enum FieldKind
{
    Text,
    Date,
    Number,
    Select,
    Radio,
    Boxes,
    Box,
}

/// <summary>A whole form as a page shows it.</summary>
/// <param name="Trail">The way to the page.</param>
/// <param name="Action">Where it is posted.</param>
public sealed record FormSpec(
    string Title, string? Lead, IReadOnlyList<Crumb> Trail, string Action, IReadOnlyList<FieldSpec> Fields, string Submit, string CancelHref);
