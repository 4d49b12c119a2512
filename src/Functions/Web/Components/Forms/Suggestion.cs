namespace Oversight.Functions.Web.Components.Forms;

/// <summary>What a text field offers while one writes.</summary>
/// <param name="Note">What else there is to know of it; shown beside it, and not written.</param>
public sealed record Suggestion(string Text, string? Note = null)
{
    /// <summary>Codes that go with it: the services of a unit.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
