using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Operations;

/// <summary>An event in words.</summary>
/// <param name="Facts">Label and value.</param>
/// <param name="Words">What somebody wrote, and where it is kept.</param>
public sealed record Told(
    string What, IReadOnlyList<(string Label, string Value)> Facts, params IReadOnlyList<TextReference?> Words)
{
    /// <summary>Whether the words are kept from everybody but those who work on the matter.</summary>
    public bool OnlyForReviewers { get; init; }

    /// <summary>What holds from a day on.</summary>
    public static Told From(string what, DateOnly from, params (string Label, string Value)[] facts) =>
        new(what, [.. facts, ("Från och med", SwedishDates.Text(from))]);
}
