namespace Oversight.Browser.Tests.Pages;

/// <summary>A page as somebody who may see it comes to it.</summary>
/// <param name="Name">Of the picture; unique.</param>
/// <param name="Function">The function behind it; null for what only the local host has.</param>
/// <param name="Role">Null: nobody is signed in.</param>
/// <param name="Path">With the demonstration's ids as <c>{unit}</c>.</param>
/// <param name="Form">
/// The form that is also posted empty; null where there is none, or where empty is a good answer.
/// </param>
public sealed record PageVisit(string Name, string? Function, Role? Role, string Path, string? Form = null)
{
    /// <summary>Whether the page stands also where there is no data.</summary>
    public bool IsForAll => !Path.Contains('{', StringComparison.Ordinal);
}
