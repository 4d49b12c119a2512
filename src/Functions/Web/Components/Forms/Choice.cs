namespace Oversight.Functions.Web.Components;

/// <summary>One alternative of a select, radio group or checkbox group.</summary>
public sealed record Choice(string Value, string Text, string? Help = null);

/// <summary>One step of the way to a page.</summary>
public sealed record Crumb(string Text, string Href);
