using Microsoft.AspNetCore.Components;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Functions.Web.Components.Forms;

namespace Oversight.Functions.Operations.Screens;

/// <summary>An operation's form as a page shows it.</summary>
/// <param name="Action">Where it is posted.</param>
public sealed record OperationForm(
    string Title, string Button, string Action, FormState Form, IReadOnlyList<ShownField> Fields, DateOnly Today)
{
    /// <summary>Hidden values that follow the form.</summary>
    public IReadOnlyList<string> Carried { get; init; } = [];

    /// <summary>A second button, before the other.</summary>
    public FurtherButton? Further { get; init; }

    public bool TakesFiles => Fields.Any(shown => shown.Field is FilesField);

    /// <summary>For a page that places the fields itself.</summary>
    public ShownField this[Field field] => Fields.First(shown => shown.Field.Name == field.Name);
}

/// <summary>A field with what it takes at this moment.</summary>
public sealed record ShownField(Field Field)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>What the typed name may mean, when that was not plain.</summary>
    public IReadOnlyList<LookupItem> Matches { get; init; } = [];

    public int? Longest { get; init; }

    public string? Hint { get; init; } = Field.Hint;
}

/// <summary>A component that shows what a form is about.</summary>
/// <param name="Parameters">The component's own.</param>
public sealed record AboutSubject(Type Component, IDictionary<string, object> Parameters)
{
    public static AboutSubject Of<TComponent>(params (string Name, object Value)[] parameters)
        where TComponent : IComponent =>
        new(typeof(TComponent), parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
