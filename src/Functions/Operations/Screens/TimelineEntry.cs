namespace Oversight.Functions.Operations.Screens;

/// <summary>One thing that happened, as a page tells it. Who is told as a role, never as a name.</summary>
/// <param name="Facts">Label and value.</param>
/// <param name="Text">Words that somebody wrote: a reason.</param>
public sealed record TimelineEntry(
    int Version, DateTimeOffset At, string Who, string What, IReadOnlyList<(string Label, string Value)> Facts,
    string? Text);
