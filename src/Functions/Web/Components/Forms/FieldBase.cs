using Microsoft.AspNetCore.Components;

namespace Oversight.Functions.Web.Components;

/// <summary>What every field shares: its label, hint and errors, and how assistive technology finds them.</summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter]
    public FormState? Form { get; set; }

    [Inject]
    public required RefusalCatalogue Refusals { get; set; }

    /// <summary>The command's property in camelCase; refusals find the field by it.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Fields that may be left out say so in their label.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Shown when the form has no value of its own for the field.</summary>
    [Parameter]
    public string? Value { get; set; }

    protected string FieldId => FieldIds.Of(Name);

    protected string HintId => $"{FieldId}-tips";

    protected string ErrorId => $"{FieldId}-fel";

    protected string Current => Form?.Has(Name) == true ? Form[Name] : Value ?? "";

    protected IReadOnlyList<string> Errors => [.. (Form?.ErrorsFor(Name) ?? []).Select(Refusals.Text)];

    protected bool IsInvalid => Form?.ErrorsFor(Name).Count > 0;

    /// <summary>Null leaves the attribute out.</summary>
    protected string? AriaInvalid => IsInvalid ? "true" : null;

    protected virtual string? DescribedBy
    {
        get
        {
            string[] ids = [.. Hint is null ? (string[])[] : [HintId], .. IsInvalid ? (string[])[ErrorId] : []];
            return ids.Length > 0 ? string.Join(' ', ids) : null;
        }
    }
}

/// <summary>The id of a field's control: what the error summary links to.</summary>
public static class FieldIds
{
    public static string Of(string name) =>
        $"falt-{name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";
}
